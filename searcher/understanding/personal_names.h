// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/dictionary/dictionary.h"
#include "searcher/understanding/foreign_names.h"

namespace sinodex {

// The names of Chinese people are written in English as they are read, in pinyin without tones.

// Returns how a name of some characters is written so: 严小琴 is "yan xiaoqin" and "xiaoqin yan",
// the family name in the order of Chinese first. Empty where the first is no family name; several
// where characters have more readings than one.
std::vector<std::string> names_in_pinyin(std::span<const std::string> characters,
                                         const Dictionary& dictionary);

// Returns the names that are written so, "yan" and "xiaoqin", in small letters: family names by the
// dictionary with one or two characters, each two neighbours of which stand somewhere. The most
// usual characters come first. Asks for some hundred pairs at most.
std::vector<ChineseName> names_of_pinyin(std::string_view family, std::string_view given,
                                         const Dictionary& dictionary, const HoldsPair& holds);

}  // namespace sinodex
