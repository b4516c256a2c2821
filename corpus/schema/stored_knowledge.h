// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "corpus/entities/knowledge.h"
#include "corpus/schema/manifest.h"

namespace sinodex {

// Returns what an index knows of entities, read where it lies; it is empty where the index was made
// of words only. Throws Error (database) when the file does not match the manifest or cannot be
// read. Thread-safe.
Knowledge stored_knowledge(const Manifest& manifest);

}  // namespace sinodex
