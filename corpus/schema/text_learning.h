// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "corpus/schema/text_dictionary.h"

namespace sinodex {

// Learns what texts like these are made of: the strings that save most are tried, and those stay
// that are used when the longest one is taken everywhere. The same texts teach the same.
TextDictionary learn_texts(const std::vector<std::string_view>& texts);

}  // namespace sinodex
