#pragma once

#include "indexer/commit/changes.h"

namespace sinodex {

// Makes the database that a run leads to, beside the one in force, and puts it in its place:
//
//   base       the previous database without what is removed
//   merge      base and the run's segments, into a new generation
//   metadata   what holds for the whole of it
//   seal       checksums, all of it made durable
//   switch     one rename
//
// Throws Error (database) when the previous one is damaged, or (output), and Xapian::Error.
void commit(Run& run, const Changes& changes);

}  // namespace sinodex
