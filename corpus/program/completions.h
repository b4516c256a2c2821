// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "corpus/program/program.h"

namespace sinodex {

// A script by which bash, zsh or fish completes the options of a program, their values, and names
// of files where the option's argument, or the operands, are files. Throws Error (usage) for any
// other shell.
std::string completions_for(const ProgramSpec& program, std::string_view shell);

}  // namespace sinodex
