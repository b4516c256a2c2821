// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/program/program.h"

namespace sinodex {

// Which of the words is probably meant: the one that takes the fewest changes of letters to come
// to, or that begins so. Nothing where all are too far away.
std::optional<std::string_view> likely_meant(std::string_view typed,
                                             const std::vector<std::string_view>& words);

// Throws Error (usage) for an option that the program does not have, with the one that was probably
// meant. `words`: the arguments of a command line, without the program.
void refuse_unknown_options(const ProgramSpec& program, const std::vector<std::string>& words);

// What to say where a command line cannot be read, and holds a word such as "-fine" that is read as
// letters of options; else empty.
std::string hint_of_minus(const ProgramSpec& program, const std::vector<std::string>& words);

}  // namespace sinodex
