// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/dictionary/cedict.h"

namespace sinodex {

// Reads the terms of a subject, a concept a line:
//
//   下架; 下架处理 = take down; remove from app stores     # the most usual first
//
// as entries of a dictionary, one for each Chinese member, with the English ones as glosses. Lines
// that begin with # and empty lines are passed over. `origin` is what errors call the text. Throws
// Error (input) with the line that has no "=", an empty member or none.
std::vector<CedictEntry> parse_subject_terms(std::string_view text, const std::string& origin);

}  // namespace sinodex
