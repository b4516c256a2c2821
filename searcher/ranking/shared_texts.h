// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "searcher/understanding/understood_query.h"

namespace sinodex {

// Texts that mean several words of a query, each by itself: 股份 is both equity and stake. What a
// row says so counts for one of these words only: for the most of them at once, where it also means
// them together; then for one that the row does not hold otherwise; then for what it is likeliest
// to mean. Words that share a text are nearly the same, so that a second text which they share,
// such as 股权, counts for the word that has the first.
//
// Mentions are counted in columns: first those of the query's concepts, then those of the texts
// that several concepts share, one for each of these.
class SharedTexts {
 public:
    explicit SharedTexts(const UnderstoodQuery& query);

    std::size_t columns() const { return concepts_.size() + claims_.size(); }

    // The column in which a concept's alternative is counted.
    std::size_t column_of(std::size_t named, std::size_t alternative) const;

    // Adds what a row has of shared texts to the concepts' columns. `mentions`: the row's columns;
    // `words`: what it holds of each term; `weights`: of the concepts.
    void give(std::span<float> mentions, std::span<const float> words,
              std::span<const float> weights);

 private:
    struct Claim {
        std::size_t text;  // number
        std::size_t named;
        std::size_t alternative;
        double weight;
    };
    std::size_t taker(std::size_t begin, std::size_t end, std::span<const float> mentions,
                      std::span<const float> words, std::span<const float> weights) const;

    const std::vector<QueryConcept>& concepts_;
    std::vector<Claim> claims_;  // in the order of their texts, the likeliest first
    std::vector<bool> given_;    // by concept, whether it has a shared text of the row at hand
};

}  // namespace sinodex
