// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "bench/evaluation/runs.h"
#include "bench/quality/baselines.h"
#include "bench/quality/collection.h"
#include "bench/quality/configuration.h"

namespace sinodex {

// Holds what one system returned for the topics of one collection.
struct SystemRun {
    std::string name;
    std::string description;
    std::optional<Weights> weights;  // of a configuration of Sinodex; nothing for a baseline
    TrecRun run;                     // its tag is the name
    double milliseconds = 0;         // of a query, on average, one thread
};

struct Experiment {
    std::string database_fingerprint;  // of the Sinodex database
    std::vector<SystemRun> systems;    // configurations, then baselines
};

struct ExperimentOptions {
    std::vector<Configuration> configurations;
    std::vector<Baseline> baselines;
    std::size_t depth = 1000;  // units asked for, a topic
    // Where the Sinodex databases are kept, each under the name of its collection, and brought up
    // to date. Empty: a database is made for the experiment only.
    std::string databases;
    std::string dictionary;  // a file for the Sinodex databases; empty: none, or the one kept
    std::function<void(const std::string&)> progress;  // what goes on now; may be empty
};

// Indexes a collection and asks every system all of its topics. The runs depend on nothing but the
// collection and the options. Throws what indexing and searching throw.
Experiment run_experiment(const Collection& collection, const ExperimentOptions& options);

}  // namespace sinodex
