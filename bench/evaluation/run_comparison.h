// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "bench/evaluation/measures.h"
#include "bench/evaluation/qrels.h"
#include "bench/evaluation/runs.h"
#include "bench/evaluation/significance.h"
#include "bench/evaluation/topic_kinds.h"

// Several runs on the same topics, each beside one of them.
namespace sinodex {

// Beside the reference run. A p-value is two-sided; Holm's correction is over the other runs of the
// same measure and kind of topic.
struct BesideReference {
    double difference = 0;  // of the figures
    double p_random = 1;    // randomisation_test
    double p_random_holm = 1;
    double p_t = 1;  // paired_t_test
    double p_t_holm = 1;
    Comparison topics;  // better, the same, worse than the reference
};

// One measure of one run over a group of topics.
struct RunFigure {
    double value = 0;                       // the mean over topics, or the sum for counts
    Interval interval;                      // of the value, 95%, bootstrap over topics
    std::optional<BesideReference> beside;  // none for the reference itself
};

struct GroupFigures {
    std::string kind;                 // empty: all topics
    std::vector<std::size_t> topics;  // indices in RunComparison::topics
    std::vector<RunFigure> runs;      // as RunComparison::runs
};

struct ComparedMeasure {
    Measure measure;
    std::vector<std::vector<double>> values;  // a run, a topic
    std::vector<GroupFigures> groups;         // all topics first, then each kind by name
};

struct RunComparison {
    std::vector<std::string> runs;
    std::size_t reference = 0;
    std::vector<std::string> topics;  // sorted by id in bytes
    std::vector<ComparedMeasure> measures;
};

struct NamedRun {
    std::string name;
    TrecRun run;
};

struct ComparisonOptions {
    std::vector<Measure> measures;
    std::size_t reference = 0;  // index of a run
    TopicKinds kinds = {};      // empty: all topics together only
    std::uint64_t seed = 1;
    // false: all judged topics, those that a run lacks as empty rankings, as trec_eval -c does.
    // true: the judged topics that all runs have; of one run, what trec_eval does by itself.
    bool only_common = false;
};

// Throws Error(input) when a run has no judged topic, or when no topic is left.
RunComparison compare_runs(const Qrels& qrels, const std::vector<NamedRun>& runs,
                           const ComparisonOptions& options);

}  // namespace sinodex
