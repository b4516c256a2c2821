// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "bench/evaluation/run_comparison.h"

// How a comparison of runs is printed.
namespace sinodex {

struct ComparisonReport {
    std::vector<std::string> command;  // that made it
    std::string qrels;                 // path of the judgements
    std::uint64_t seed = 1;
    RunComparison comparison;
};

// A table a measure; with `topics` also the value of every topic.
void write_comparison_text(const ComparisonReport& report, bool topics, std::ostream& out);

// {"version": 1, "command", "versions", "qrels", "seed", "reference", "runs", "topics",
// "measures"}; each measure has its figures a kind of topic, and the values of every topic.
void write_comparison_json(const ComparisonReport& report, std::ostream& out);

}  // namespace sinodex
