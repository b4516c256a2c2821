// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/program/program.h"

namespace sinodex {

// Returns the word that is probably meant: the one that takes the fewest changes of letters to come
// to, or that begins so. Returns nothing where all are too far away.
std::optional<std::string_view> likely_meant(std::string_view typed,
                                             const std::vector<std::string_view>& words);

// Throws Error (usage) for an option that the program does not have, with the one that was probably
// meant. `words`: the arguments of a command line, without the program.
void refuse_unknown_options(const ProgramSpec& program, const std::vector<std::string>& words);

// Returns what to say where a command line cannot be read and holds a word such as "-fine", which
// is read as letters of options; else it is empty.
std::string hint_of_minus(const ProgramSpec& program, const std::vector<std::string>& words);

}  // namespace sinodex
