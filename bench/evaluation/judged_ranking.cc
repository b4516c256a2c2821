// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/evaluation/judged_ranking.h"

#include <algorithm>
#include <functional>

namespace sinodex {

std::size_t JudgedRanking::relevant(int least_gain) const {
    const auto end = std::upper_bound(judged.begin(), judged.end(), least_gain, std::greater<>());
    return static_cast<std::size_t>(end - judged.begin());
}

JudgedRanking judge(const Ranking& ranking, const Judgements& judgements) {
    std::vector<const ScoredDocument*> order;
    order.reserve(ranking.size());
    for (const ScoredDocument& document : ranking) order.push_back(&document);
    std::sort(order.begin(), order.end(), [](const ScoredDocument* a, const ScoredDocument* b) {
        return ranks_before(*a, *b);
    });

    JudgedRanking result;
    result.ranked.reserve(order.size());
    for (const ScoredDocument* document : order) {
        const auto found = judgements.find(document->id);
        result.ranked.push_back(found == judgements.end() ? std::nullopt
                                                          : std::optional(found->second));
    }
    result.judged.reserve(judgements.size());
    for (const auto& [document, gain] : judgements) result.judged.push_back(gain);
    std::sort(result.judged.begin(), result.judged.end(), std::greater<>());
    return result;
}

}  // namespace sinodex
