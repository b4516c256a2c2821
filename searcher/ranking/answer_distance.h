// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "corpus/schema/record.h"
#include "searcher/ranking/article_terms.h"
#include "searcher/ranking/query_terms.h"

namespace sinodex {

// Tells how far from the query's words a passage holds what would answer it: how much of the
// query's weight its best sentence holds, less what the best one holds of those with such a thing.
// 0 where a sentence that holds as much as any does so, and where nothing in particular is wanted;
// 1 where a sentence holds all words and none has what is wanted.
//
// Not thread-safe: one per search. Refers to all that it is made with.
class AnswerDistance {
 public:
    AnswerDistance(const UnderstoodQuery& query, const std::vector<double>& term_weights,
                   Vocabulary& vocabulary);

    // `terms`: of the record.
    void read(const Record& record, const ArticleTerms& terms);

    // Of a passage of the article that was read.
    double of(std::size_t row) const { return distances_.empty() ? 0 : distances_[row]; }

 private:
    double measure(const Record& record, const ArticleTerms& terms, std::size_t row);
    double held_by(const ArticleTerms& terms, std::size_t begin, std::size_t end, ByteRange bytes);
    double newly_held(std::size_t term);

    const UnderstoodQuery& query_;
    const std::vector<double>& weights_;  // by term
    double whole_ = 0;                    // the sum of them
    QueryTerms terms_;
    std::vector<std::string> known_;                             // entities that the query names
    std::vector<std::pair<std::uint32_t, std::size_t>> called_;  // where it names them, and which
    std::vector<bool> seen_;                                     // by term, in the sentence at hand
    std::vector<double> distances_;                              // by passage
};

}  // namespace sinodex
