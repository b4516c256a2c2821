// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>

#include "bench/quality/ranking_system.h"
#include "searcher/ranking/weights.h"
#include "searcher/searcher.h"

namespace sinodex {

// Sinodex's own ranking of a database, with any weights.
std::unique_ptr<RankingSystem> make_sinodex_system(const std::string& database, SearchUnit unit,
                                                   const Weights& weights);
// The same of a database that is open already.
std::unique_ptr<RankingSystem> make_sinodex_system(const Searcher& searcher, SearchUnit unit,
                                                   const Weights& weights);

}  // namespace sinodex
