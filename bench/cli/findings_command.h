// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "corpus/program/program.h"

namespace sinodex {

// sinodex-bench findings: how well entities, amounts, dates and versions of stories are found.
extern const ProgramSpec kFindingsProgram;
ExitStatus run_findings(const Arguments& arguments, const std::vector<std::string>& command);

}  // namespace sinodex
