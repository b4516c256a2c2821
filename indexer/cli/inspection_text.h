// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>

#include "indexer/inspection.h"

namespace sinodex {

// How an article was read, for people: facts, then the text with everything marked that was found
// in it, then lists of the same. Marks are colours, or `[what stands there|what it is]`. Where two
// findings overlap, the one that begins first is marked, the longer one of two that begin together;
// the lists have both.
void print_inspection_text(std::ostream& out, const Inspection& inspection, bool color);

}  // namespace sinodex
