// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/ranking/weights.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

// The weights of passages for one query. What is right for a claim of thirty words is not for
// three: a claim's words stand in many a passage, most of all in the one that only repeats it, so
// that what a passage adds to it and the article that it is in tell more. Queries of up to
// `claim_from` words and questions have the weights of short queries, statements of `claim_to`
// words those of claims, and between them both have their share. The shorter
// passages are, the less their own words tell and the more the article does: centrality counts by
// smoothing / (smoothing + length), and where they are sentences the article's score does as well.
// `length`: of passages on average, in terms.
struct PassageWeights {
    PassageWeights(const UnderstoodQuery& query, const Weights& weights, double length);

    double claim;  // how much of a claim the query is, 0..1
    double k1, neighbours, pairs, centrality, echo, presentation, article;
};

}  // namespace sinodex
