// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "corpus/program/program.h"

namespace sinodex {

// sinodex-bench quality: how well Sinodex ranks, and whether a change made it better.
extern const ProgramSpec kQualityProgram;
ExitStatus run_quality(const Arguments& arguments, const std::vector<std::string>& command);

}  // namespace sinodex
