// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/commit/changes.h"

namespace sinodex {

// Makes the generation that a run leads to, beside the one in force, and puts it in its place:
//
//   plan       which segments are merged with what is new; the others stay as they are
//   merge      these and the run's batches, into a new segment, without what is deleted
//   state      files of what holds for the whole of it, where they have changed
//   seal       checksums, all of it made durable
//   switch     one rename
//
// Throws Error (database) when a segment that is merged is damaged, or (output), and Xapian::Error.
// Does nothing where nothing has changed.
void commit(Run& run, const Changes& changes);

}  // namespace sinodex
