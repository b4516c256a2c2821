// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/learning/learn_factors.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "bench/evaluation/significance.h"
#include "bench/learning/factor_set.h"

namespace sinodex {
namespace {

// What stands behind the first ones of a topic is not compared.
constexpr std::size_t kComparedPassages = 15;
constexpr double kRidge = 0.1;

double mean_of(const std::vector<double>& values) {
    if (values.empty()) return 0;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

class FactorLearner {
 public:
    FactorLearner(const LearningSet& set, const LearnOptions& options)
        : set_(set), options_(options), factors_(set, options.start) {
        for (std::size_t i = 0; i < set.collections().size(); ++i) {
            pairs_.push_back(factors_.pairs(i, kComparedPassages));
        }
    }

    LearnReport run() {
        LearnReport report;
        report.start = options_.start;
        report.learned = learn_without(std::nullopt);
        report.measured = 1 + factor_weights().size();
        for (std::size_t i = 0; i < set_.collections().size(); ++i) {
            LearnedCollection& one = report.collections.emplace_back();
            one.name = set_.collections()[i].name;
            one.topics = set_.collections()[i].topics.size();
            const std::vector<double> start = factors_.measure(i, options_.start);
            one.start = mean_of(start);
            one.learned = mean_of(factors_.measure(i, report.learned));
            if (!options_.leave_one_out || set_.collections().size() < 2) continue;
            const std::vector<double> left_out = factors_.measure(i, learn_without(i));
            one.left_out = mean_of(left_out);
            one.left_out_p = randomisation_test(left_out, start, {100'000, options_.seed}).p_value;
        }
        return report;
    }

 private:
    Weights learn_without(std::optional<std::size_t> collection) const {
        std::vector<JudgedPair> pairs;
        for (std::size_t i = 0; i < pairs_.size(); ++i) {
            if (i == collection) continue;
            pairs.insert(pairs.end(), pairs_[i].begin(), pairs_[i].end());
        }
        Weights weights = options_.start;
        const std::vector<double> learned = learn_from_pairs(pairs, kRidge);
        if (learned.empty() || learned.front() <= 0) return weights;
        for (std::size_t i = 0; i < factor_weights().size(); ++i) {
            const WeightInfo& info = factor_weights()[i];
            weights.*info.member =
                std::clamp(learned[i + 1] / learned.front(), info.lowest, info.highest);
        }
        return weights;
    }

    const LearningSet& set_;
    const LearnOptions& options_;
    FactorSet factors_;
    std::vector<std::vector<JudgedPair>> pairs_;  // by collection
};

}  // namespace

LearnReport learn_factors(LearningSet& set, const LearnOptions& options) {
    return FactorLearner(set, options).run();
}

}  // namespace sinodex
