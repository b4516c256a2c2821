// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "corpus/program/program.h"

namespace sinodex {

// sinodex-bench speed: how fast Sinodex indexes and searches, beside what one would take instead.
extern const ProgramSpec kSpeedProgram;
ExitStatus run_speed(const Arguments& arguments, const std::vector<std::string>& command);

// The program that it starts of itself, so that memory can be measured; not listed.
extern const ProgramSpec kSpeedWorkerProgram;
ExitStatus run_speed_worker(const Arguments& arguments, const std::vector<std::string>& command);

}  // namespace sinodex
