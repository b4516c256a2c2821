// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/program/program.h"
#include "searcher/searcher.h"

namespace sinodex {

// The databases that a command line names, to be searched as one: each --db, or else SINODEX_DB.
// Throws Error (usage) when there is none.
std::vector<std::string> databases_of(const Arguments& arguments);

// Opens them, as --require-all says.
Searcher open_databases(const Arguments& arguments);

// Says how many hits, articles or groups were answered, and whether all shards took part.
struct AnsweredAmount {
    std::uint64_t amount = 0;
    bool whole = true;
};
AnsweredAmount answered(std::uint64_t amount, const Searcher& searcher);

// Says on standard error which shards are missing; for what prints no warnings itself. Returns the
// status for that, and the one given where none is.
ExitStatus tell_missing(const Searcher& searcher, ExitStatus status);

}  // namespace sinodex
