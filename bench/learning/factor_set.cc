// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/learning/factor_set.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace sinodex {
namespace {

// So small that the same passages are found, and far above the rounding of scores.
constexpr double kStep = 1e-4;

std::vector<FactorCandidate> candidates_of(const Ranking& ranking, const Judgements& judgements) {
    std::vector<FactorCandidate> candidates;
    if (ranking.empty() || ranking.front().score <= 0) return candidates;
    for (const ScoredDocument& found : ranking) {
        const auto judged = judgements.find(found.id);
        const int gain = judged == judgements.end() ? 0 : std::max(0, judged->second);
        candidates.push_back({found.id, gain, found.score, {}});
    }
    return candidates;
}

// A passage that the step moves beyond the end of the list is left out.
void add_factor(std::vector<FactorCandidate>& candidates, const Ranking& moved) {
    std::unordered_map<std::string_view, double> scores;
    for (const ScoredDocument& found : moved) scores[found.id] = found.score;
    std::erase_if(candidates,
                  [&](const FactorCandidate& each) { return !scores.contains(each.id); });
    for (FactorCandidate& each : candidates) {
        each.factors.push_back((scores.at(each.id) - each.rest) / kStep);
    }
}

double contribution(const FactorCandidate& candidate, const Weights& weights) {
    double sum = 0;
    for (std::size_t i = 0; i < candidate.factors.size(); ++i) {
        sum += candidate.factors[i] * weights.*factor_weights()[i].member;
    }
    return sum;
}

// Takes the factors out of `rest`, and makes scores shares of the best that is left: those of long
// queries are larger.
void take_apart(std::vector<FactorCandidate>& candidates, const Weights& weights) {
    double best = 0;
    for (FactorCandidate& each : candidates) {
        each.rest -= contribution(each, weights);
        best = std::max(best, each.rest);
    }
    if (best <= 0) candidates.clear();
    for (FactorCandidate& each : candidates) {
        each.rest /= best;
        for (double& factor : each.factors) factor /= best;
    }
}

// A passage that is put first for its language scores what the best one does, whatever its factors.
Weights without_first_place(Weights weights) {
    weights.own_held = 2;
    return weights;
}

void add_pairs(const std::vector<FactorCandidate>& candidates, std::size_t count,
               std::vector<JudgedPair>& pairs) {
    const std::size_t first = pairs.size();
    double whole = 0;
    const std::size_t compared = std::min(count, candidates.size());
    for (std::size_t i = 0; i < compared; ++i) {
        for (std::size_t j = 0; j < compared; ++j) {
            const FactorCandidate& better = candidates[i];
            const FactorCandidate& worse = candidates[j];
            if (better.gain <= worse.gain) continue;
            JudgedPair pair{
                {better.rest - worse.rest},
                (better.gain - worse.gain) / std::log2(2 + static_cast<double>(std::min(i, j)))};
            for (std::size_t k = 0; k < better.factors.size(); ++k) {
                pair.difference.push_back(better.factors[k] - worse.factors[k]);
            }
            whole += pair.weight;
            pairs.push_back(std::move(pair));
        }
    }
    for (std::size_t i = first; i < pairs.size(); ++i) pairs[i].weight /= whole;
}

}  // namespace

const std::vector<WeightInfo>& factor_weights() {
    static const std::vector<WeightInfo> factors = [] {
        std::vector<WeightInfo> rows;
        for (const WeightInfo& info : kWeightTable) {
            if (info.role == WeightRole::factor) rows.push_back(info);
        }
        return rows;
    }();
    return factors;
}

FactorSet::FactorSet(const LearningSet& set, const Weights& in_force) : set_(set) {
    const Weights start = without_first_place(in_force);
    const std::vector<std::vector<Ranking>> found = set.rank(start);
    for (std::size_t i = 0; i < found.size(); ++i) {
        const Collection& of = set.collections()[i];
        auto& topics = topics_.emplace_back();
        for (std::size_t j = 0; j < found[i].size(); ++j) {
            topics.push_back(candidates_of(found[i][j], of.qrels.at(of.topics[j].id)));
        }
    }
    for (const WeightInfo& info : factor_weights()) {
        Weights moved = start;
        moved.*info.member += kStep;
        const std::vector<std::vector<Ranking>> rankings = set.rank(moved);
        for (std::size_t i = 0; i < rankings.size(); ++i) {
            for (std::size_t j = 0; j < rankings[i].size(); ++j) {
                add_factor(topics_[i][j], rankings[i][j]);
            }
        }
    }
    for (auto& topics : topics_) {
        for (auto& candidates : topics) take_apart(candidates, start);
    }
}

std::vector<double> FactorSet::measure(std::size_t collection, const Weights& weights) const {
    std::vector<double> values;
    for (const std::vector<FactorCandidate>& candidates : topics_[collection]) {
        Ranking ranking;
        for (const FactorCandidate& each : candidates) {
            ranking.push_back({each.id, each.rest + contribution(each, weights)});
        }
        values.push_back(set_.value_of(collection, values.size(), ranking));
    }
    return values;
}

std::vector<JudgedPair> FactorSet::pairs(std::size_t collection, std::size_t count) const {
    std::vector<JudgedPair> pairs;
    for (const std::vector<FactorCandidate>& candidates : topics_[collection]) {
        add_pairs(candidates, count, pairs);
    }
    const auto topics = static_cast<double>(topics_[collection].size());
    for (JudgedPair& pair : pairs) pair.weight /= topics;
    return pairs;
}

}  // namespace sinodex
