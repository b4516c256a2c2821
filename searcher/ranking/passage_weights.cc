// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/passage_weights.h"

#include <algorithm>

namespace sinodex {
namespace {

// How much of a claim a query is, 0..1.
double claim_share(const UnderstoodQuery& query, const Weights& weights) {
    if (query.asked != Asked::nothing) return 0;
    const double over = query.words - weights.claim_from;
    const double range = weights.claim_to - weights.claim_from;
    if (range <= 0) return over > 0 ? 1 : 0;
    return std::clamp(over / range, 0.0, 1.0);
}

// 1 for passages that are as short as sentences, 0 for those of paragraphs.
double likeness_to_sentences(double length, const Weights& weights) {
    const double range = weights.paragraph_length - weights.sentence_length;
    if (range <= 0) return length < weights.paragraph_length ? 1 : 0;
    return std::clamp((weights.paragraph_length - length) / range, 0.0, 1.0);
}

}  // namespace

PassageWeights::PassageWeights(const UnderstoodQuery& query, const Weights& weights,
                               double length) {
    claim = claim_share(query, weights);
    const double shortness = weights.smoothing / (weights.smoothing + length);
    const auto between = [this](double of_short, double of_claim) {
        return of_short + claim * (of_claim - of_short);
    };
    k1 = between(weights.passage_k1, weights.claim_k1);
    neighbours = between(weights.neighbours, 0);
    pairs = between(weights.passage_pairs, weights.claim_pairs);
    centrality = between(weights.centrality, weights.claim_centrality) * shortness;
    echo = between(0, weights.echo);
    presentation = between(0, weights.presentation);
    article = weights.article * std::max(claim, likeness_to_sentences(length, weights));
}

}  // namespace sinodex
