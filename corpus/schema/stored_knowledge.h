// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "corpus/entities/knowledge.h"
#include "corpus/schema/manifest.h"

namespace sinodex {

// What an index knows of entities, read where it lies; nothing where it was made of words only.
// Throws Error (database) when the file does not match the manifest or cannot be read. Thread-safe.
Knowledge stored_knowledge(const Manifest& manifest);

}  // namespace sinodex
