// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "bench/evaluation/runs.h"

namespace sinodex {

// This is measured: anything that ranks the units of a collection, articles or passages, for a
// query. One thread at a time.
class RankingSystem {
 public:
    RankingSystem() = default;
    virtual ~RankingSystem() = default;
    RankingSystem(const RankingSystem&) = delete;
    RankingSystem& operator=(const RankingSystem&) = delete;

    // At most `limit` units, each once.
    virtual Ranking search(const std::string& query, std::size_t limit) = 0;
};

}  // namespace sinodex
