// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "bench/learning/learning_set.h"
#include "bench/learning/pair_model.h"

namespace sinodex {

// A passage that was found for a topic. Scores are linear in the weights that are factors, so that
// these few numbers tell what it would score with other ones: `rest`, what it scores with none of
// them, and `factors`, what each is worth at 1.
struct FactorCandidate {
    std::string id;
    int gain = 0;
    double rest = 0;
    std::vector<double> factors;  // in the order of factor_weights()
};

// The rows of the table of weights that are factors.
const std::vector<WeightInfo>& factor_weights();

// The candidates of all topics, by collection: what is found with the weights at the start, best
// first. Scores are shares of the best one without factors. A topic for which nothing scores has
// none.
class FactorSet {
 public:
    // Asks all topics once more for each factor: what a small step of its weight adds to a
    // passage's score, by the step, is what it is worth.
    FactorSet(const LearningSet& set, const Weights& start);

    const std::vector<std::vector<std::vector<FactorCandidate>>>& topics() const { return topics_; }

    // The measure of each topic of a collection with other factors: as a search would have it,
    // among these candidates.
    std::vector<double> measure(std::size_t collection, const Weights& weights) const;

    // Pairs of a collection's candidates of different gain, among the first `count` of each topic.
    // Each topic weighs the same, a collection 1. A pair weighs by the difference of the gains, and
    // the more, the higher the better placed of the two stands.
    std::vector<JudgedPair> pairs(std::size_t collection, std::size_t count) const;

 private:
    const LearningSet& set_;
    std::vector<std::vector<std::vector<FactorCandidate>>> topics_;
};

}  // namespace sinodex
