// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <random>
#include <string>
#include <vector>

namespace sinodex {

// The bytes of every file in corpus/articles, markup and all, with what is no UTF-8 made '?'.
std::vector<std::string> shipped_texts();

// Strings of up to `most` pieces of an alphabet made of what the rules are about: joiners, quotes,
// digits of two scripts, marks, addresses, scripts with and without spaces. Valid UTF-8.
std::string nasty_string(std::mt19937& random, std::size_t most);

// `count` times `piece`.
std::string repeated(std::string_view piece, std::size_t count);

}  // namespace sinodex
