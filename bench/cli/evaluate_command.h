// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "corpus/program/program.h"

namespace sinodex {

extern const ProgramSpec kEvaluateProgram;
ExitStatus run_evaluate(const Arguments& arguments, const std::vector<std::string>& command);

}  // namespace sinodex
