// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "searcher/ranking/query_terms.h"
#include "searcher/ranking/weights.h"

namespace sinodex {

// Returns for each term of the query its idf among articles, times how often the query says it (up
// to `repeats` times) and the weight that it was given. Words that no article holds are as telling
// as what a misspelt one was meant to be, and as their translations. `numbers`: of the terms, in
// the vocabulary.
std::vector<double> term_weights(const UnderstoodQuery& query,
                                 const std::vector<std::uint32_t>& numbers, Vocabulary& vocabulary,
                                 const Weights& table);

// Two terms of a query that are neighbours: `second` is the next term that does not overlap
// `first`. `most_apart`: in positions; words that are further apart are no neighbours.
struct TermPair {
    std::size_t first, second;
    std::uint32_t distance;  // of their positions
    double weight;           // the smaller one of their weights
};
std::vector<TermPair> neighbouring_terms(const UnderstoodQuery& query,
                                         const std::vector<double>& weights, double most_apart);

}  // namespace sinodex
