// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "corpus/program/program.h"

namespace sinodex {

// sinodex-bench learn: the ranking's weights, learned from collections.
extern const ProgramSpec kLearnProgram;
ExitStatus run_learn(const Arguments& arguments, const std::vector<std::string>& command);

}  // namespace sinodex
