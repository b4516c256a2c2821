// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sinodex {

// Says whether two neighbouring Chinese characters, UTF-8, stand anywhere.
using HoldsPair = std::function<bool(const std::string& pair)>;

// A name in Chinese characters, each by itself.
using ChineseName = std::vector<std::string>;

// Returns how a foreign name, folded and in the letters a to z, may be written in Chinese by its
// sound, as Elway is 埃尔维: by the characters that are in use for such syllables, and only where
// each two neighbours stand somewhere. The likeliest come first. Asks for some hundred pairs at
// most; names of which less than two characters come are none.
std::vector<ChineseName> chinese_spellings(std::string_view name, const HoldsPair& holds);

}  // namespace sinodex
