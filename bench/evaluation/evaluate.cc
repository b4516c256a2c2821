// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/evaluation/evaluate.h"

#include <algorithm>
#include <numeric>

#include "bench/evaluation/judged_ranking.h"
#include "corpus/error.h"

namespace sinodex {

namespace {

void require_common_topics(const Qrels& qrels, const TrecRun& run, EvaluationOptions options) {
    if (!qrels.empty() && run.topics.empty() && options.all_judged_topics) return;
    const bool common = std::any_of(run.topics.begin(), run.topics.end(),
                                    [&](const auto& topic) { return qrels.contains(topic.first); });
    if (common) return;
    throw Error(ErrorKind::input, "no topic of run \"" + run.tag + "\" is judged",
                "see whether the run and the judgements are of one collection, with the same ids");
}

double overall(const Measure& measure, const std::vector<double>& values) {
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    return measure.summed || values.empty() ? sum : sum / static_cast<double>(values.size());
}

}  // namespace

Evaluation evaluate(const Qrels& qrels, const TrecRun& run, const std::vector<Measure>& measures,
                    EvaluationOptions options) {
    require_common_topics(qrels, run, options);
    Evaluation evaluation;
    for (const Measure& measure : measures) evaluation.measures.push_back({measure, {}, 0});
    for (const auto& [topic, judgements] : qrels) {
        const auto ranking = run.topics.find(topic);
        const bool missing = ranking == run.topics.end();
        if (missing && !options.all_judged_topics) continue;
        const JudgedRanking judged = judge(missing ? Ranking{} : ranking->second, judgements);
        evaluation.topics.push_back(topic);
        for (MeasuredTopics& each : evaluation.measures) {
            each.values.push_back(each.measure(judged));
        }
    }
    for (MeasuredTopics& each : evaluation.measures) {
        each.overall = overall(each.measure, each.values);
    }
    return evaluation;
}

}  // namespace sinodex
