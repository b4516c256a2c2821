// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "bench/evaluation/measures.h"
#include "bench/evaluation/qrels.h"
#include "bench/evaluation/runs.h"

namespace sinodex {

struct EvaluationOptions {
    // false: average over the judged topics that are in the run, as trec_eval does by itself.
    // true: over all judged topics, those that are missing in the run as empty rankings, as
    // trec_eval -c does. Runs are to be compared with true, so that all have the same topics.
    bool all_judged_topics = false;
};

// One measure over all topics.
struct MeasuredTopics {
    Measure measure;
    std::vector<double> values;  // one for each topic of the evaluation
    double overall = 0;          // their mean, or their sum for counts
};

struct Evaluation {
    std::vector<std::string> topics;       // sorted by id in bytes
    std::vector<MeasuredTopics> measures;  // in the order in which they were asked for
};

// Measures a run. Topics that are not judged are left out; documents that are not judged are not
// relevant. Agrees with trec_eval 10 but for one number: with -c and -l 2, trec_eval's sum of
// num_rel counts gains of 1, too, where NumRel(rel=2) is the sum over topics. Documents must come
// once in a ranking with finite scores, as read_run sees to; their order does not matter.
//
// Throws Error(input) when no topic of the run is judged, unless the run has no topics at all and
// all judged topics were asked for.
Evaluation evaluate(const Qrels& qrels, const TrecRun& run, const std::vector<Measure>& measures,
                    EvaluationOptions options = {});

}  // namespace sinodex
