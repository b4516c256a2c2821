// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "corpus/program/program.h"

namespace sinodex {

// The options that every program has: --help, --version, --man, --completions.
std::span<const OptionSpec> common_options();

// Calls `visit` with each option of a program, the common ones last.
template <typename Visit>
void for_each_option(const ProgramSpec& program, Visit visit) {
    for (const OptionSpec& option : program.options) visit(option);
    for (const OptionSpec& option : common_options()) visit(option);
}

// --help in lines of at most `width` columns, and --man, from the program's table.
std::string help_text(const ProgramSpec& program, std::size_t width);
std::string man_page(const ProgramSpec& program);

// "0.1.0".
std::string version_text();

}  // namespace sinodex
