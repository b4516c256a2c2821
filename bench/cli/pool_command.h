// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "corpus/program/program.h"

namespace sinodex {

// sinodex-bench pool: what is to be judged of a collection.
extern const ProgramSpec kPoolProgram;
ExitStatus run_pool(const Arguments& arguments, const std::vector<std::string>& command);

}  // namespace sinodex
