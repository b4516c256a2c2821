// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "searcher/api/completion.h"
#include "searcher/completion/names.h"
#include "searcher/retrieval/session.h"

namespace sinodex {

// Holds what Searcher::complete is given.
struct LineToComplete {
    std::string_view line;
    std::size_t cursor = 0;
    std::size_t limit = 0;
    const SearchRequest& request;
};

// Searcher::complete. `names`: of the session's domain.
std::vector<Completion> complete_line(const Session& session, const NameTable& names,
                                      const LineToComplete& asked);

}  // namespace sinodex
