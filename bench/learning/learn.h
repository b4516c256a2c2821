// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "bench/learning/ascent.h"
#include "bench/learning/learning_set.h"

namespace sinodex {

struct LearnOptions {
    Weights start;
    std::size_t folds = 3;      // of the cross-validation; under 2: none
    bool leave_one_out = true;  // with two collections or more
    std::uint64_t seed = 1;
    AscentOptions ascent;
    std::function<void(const std::string&)> progress;  // what goes on now; may be empty
};

// Means over the topics of a collection.
struct LearnedCollection {
    std::string name;
    std::size_t topics = 0;
    double start = 0;    // with the weights at the start
    double learned = 0;  // with the weights learned from all collections, these topics included
    // With weights learned without the topic (but with others of its collection), and with weights
    // learned without its collection. Both with the p-value of the difference from the start.
    double cross_validated = 0;
    double cross_validated_p = 1;
    double left_out = 0;
    double left_out_p = 1;
};

struct LearnReport {
    Weights start;
    Weights learned;
    std::vector<LearnedCollection> collections;
    std::size_t measured = 0;  // different weights that were tried
};

// Learns weights that make the mean over collections of the measure's mean over topics as large as
// coordinate ascent finds: a collection of 1,000 topics counts as much as one of 100.
LearnReport learn(LearningSet& set, const LearnOptions& options);

}  // namespace sinodex
