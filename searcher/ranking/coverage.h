// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "searcher/ranking/evidence.h"
#include "searcher/ranking/weights.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

// How much of a query a passage covers, whatever repeats in it. Shares are of the weight of the
// query's terms, 0..1, unless another thing is said.
struct Coverage {
    double held = 0;     // by the passage, characters of one word not apart
    double titled = 0;   // held by the passage or its title
    double led = 0;      // by the passage, its title or the passage before
    double names = 0;    // of the terms that name entities; of all where none does
    double rarest = 0;   // the heaviest term that is held, by the heaviest of all
    bool all = false;    // every term is held
    bool own = false;    // each by the word itself
    bool first = false;  // the query's first term is, which mostly says what it is about
};

// Measures the coverage of one article's passages after another.
//
// Not thread-safe: one per search. Refers to all that it is made with.
class CoverageReader {
 public:
    CoverageReader(const UnderstoodQuery& query, const std::vector<double>& term_weights,
                   const Evidence& evidence);

    // To be called when `evidence` has read an article of so many passages.
    void read(std::size_t passages) { passages_ = passages; }

    Coverage of(std::size_t row) const;

 private:
    // Two characters of a Chinese word that is no term: 退市, 退 and 市.
    struct Pieces {
        std::size_t pair;                // of Evidence
        std::vector<std::size_t> named;  // the concepts that they mean
    };

    void find_pieces(const UnderstoodQuery& query);
    bool holds(std::size_t row, std::size_t term) const { return evidence_.of_term(row, term) > 0; }
    double apart(std::size_t row) const;

    const std::vector<double>& weights_;  // by term
    const Evidence& evidence_;
    std::vector<Pieces> pieces_;
    std::vector<bool> names_;  // by term: whether it is of an entity's name
    double whole_ = 0;         // the sum of all weights
    double whole_names_ = 0;   // of those of names
    double heaviest_ = 0;
    std::size_t passages_ = 0;
};

// What a coverage is worth, as a share of the query's weight.
double worth_of(const Coverage& coverage, const Weights& weights);

}  // namespace sinodex
