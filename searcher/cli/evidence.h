// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "corpus/program/program.h"
#include "searcher/cli/output.h"
#include "searcher/searcher.h"

namespace sinodex {

// --verify: prints whether the operands (or standard input) stand in the collection.
ExitStatus run_verify(const Arguments& arguments, const Searcher& searcher, const Output& output);

}  // namespace sinodex
