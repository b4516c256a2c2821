// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "searcher/ranking/weights.h"
#include "searcher/searcher.h"

namespace sinodex {

// Searchers that rank by other weights than those in force: what experiments need, and programs do
// not. It is not installed.
struct Weighing {
    // As the constructor of Searcher.
    static Searcher open(const std::string& database, const Weights& weights);

    // Another one of the same database. It costs next to nothing: the two share what they have
    // read, and refresh() turns both.
    static Searcher of(const Searcher& searcher, const Weights& weights);
};

}  // namespace sinodex
