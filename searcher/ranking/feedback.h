// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cmath>
#include <vector>

#include "searcher/ranking/article_terms.h"

namespace sinodex {

// The direction in which the best articles of a search lie: the sum of their vectors, each counted
// by its share of the best score (Rocchio: Relevance feedback in information retrieval, 1971, with
// the best articles taken for relevant). Articles that are close to it are more likely relevant
// than those that share the same words of the query only (the cluster hypothesis; Diaz:
// Regularizing ad hoc retrieval scores, 2005). Not thread-safe.
class Feedback {
 public:
    // Begins anew. Numbers of terms are below `vocabulary_size`.
    void clear(std::size_t vocabulary_size);

    // `vector`: of length 1, or empty, which adds nothing.
    void add(const std::vector<TermWeight>& vector, double share);

    // How like each other what was added is: the mean cosine of any two, counted by their shares.
    // Low where a query is vague, so that its best articles are about several things.
    double coherence() const;

    // Returns the sum, in the order of its terms.
    std::vector<TermWeight> sum() const;

    // Returns the length of the sum.
    double length() const { return std::sqrt(square_); }

    // The cosine, 0..1, of an article's vector and the sum.
    double similarity(const std::vector<TermWeight>& vector) const;

 private:
    double product(const std::vector<TermWeight>& vector) const;

    std::vector<float> centroid_;       // by term
    std::vector<std::uint32_t> terms_;  // that it has
    double square_ = 0;                 // of its length
    double shares_ = 0;                 // their sum
    double squared_shares_ = 0;
};

}  // namespace sinodex
