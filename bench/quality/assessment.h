// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/evaluation/measures.h"
#include "bench/evaluation/significance.h"
#include "bench/quality/collection.h"
#include "bench/quality/experiment.h"

namespace sinodex {

// One measure of one system, over all judged topics of a collection.
struct AssessedMeasure {
    std::vector<double> values;  // a topic, as Assessment::topics
    double mean = 0;
    Interval interval;  // of the mean, 95%, bootstrap over topics
    // Against the reference; nothing of it counts for the reference itself.
    double difference = 0;  // of the means
    double p_value = 1;     // paired randomisation test, two-sided
    double p_holm = 1;      // the same, corrected for all systems that are compared
    Comparison topics;      // better, the same, worse
};

struct AssessedSystem {
    std::string name;
    std::string description;
    bool baseline = false;  // not Sinodex
    double milliseconds = 0;
    std::vector<AssessedMeasure> figures;  // a measure, in the order asked for
};

// Holds what an experiment shows.
struct Assessment {
    std::vector<std::string> topics;  // ids, sorted
    std::vector<AssessedSystem> systems;
    std::size_t reference = 0;  // index in systems
};

struct AssessmentOptions {
    std::vector<Measure> measures;
    std::string reference;  // a system's name
    std::uint64_t seed = 1;
};

// Throws Error (usage) when no system has the name of the reference.
Assessment assess(const Collection& collection, const Experiment& experiment,
                  const AssessmentOptions& options);

// The place of a system. Throws Error (usage) naming those that are there.
std::size_t find_system(const Assessment& assessment, const std::string& name);

}  // namespace sinodex
