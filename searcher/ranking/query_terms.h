// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <utility>
#include <vector>

#include "searcher/ranking/vocabulary.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

// Finds a query's terms among the terms of texts. Not thread-safe.
class QueryTerms {
 public:
    static constexpr int kNone = -1;

    QueryTerms(const UnderstoodQuery& query, Vocabulary& vocabulary);

    // Returns which of the query's terms this is, by number in the query, or kNone.
    int find(std::uint32_t number) const {
        if (!seen_[number % kBits]) return kNone;
        const auto known = std::lower_bound(known_.begin(), known_.end(), std::pair(number, 0));
        return known != known_.end() && known->first == number ? known->second : kNone;
    }

    // The number of each term; of a prefix, that of its most frequent form.
    const std::vector<std::uint32_t>& numbers() const { return numbers_; }

 private:
    static constexpr std::size_t kBits = 4096;
    std::bitset<kBits> seen_;  // most terms of a text are told apart by one bit
    std::vector<std::uint32_t> numbers_;
    std::vector<std::pair<std::uint32_t, int>> known_;  // number and term, sorted
};

}  // namespace sinodex
