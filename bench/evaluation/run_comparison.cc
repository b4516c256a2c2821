// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/evaluation/run_comparison.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>

#include "bench/evaluation/evaluate.h"
#include "corpus/error.h"

namespace sinodex {
namespace {

Qrels common_topics(const Qrels& qrels, const std::vector<NamedRun>& runs) {
    Qrels common;
    for (const auto& judged : qrels) {
        const bool everywhere = std::all_of(runs.begin(), runs.end(), [&](const NamedRun& each) {
            return each.run.topics.contains(judged.first);
        });
        if (everywhere) common.insert(judged);
    }
    if (!common.empty()) return common;
    throw Error(ErrorKind::input, "no judged topic is in all runs",
                "see whether the runs and the judgements are of one collection, with the same ids");
}

std::vector<double> chosen(const std::vector<double>& values,
                           const std::vector<std::size_t>& topics) {
    std::vector<double> result;
    for (const std::size_t topic : topics) result.push_back(values[topic]);
    return result;
}

RunFigure figure_alone(const std::vector<double>& values, const Measure& measure,
                       std::uint64_t seed) {
    const auto topics = static_cast<double>(values.size());
    const double scale = measure.summed ? topics : 1;
    RunFigure figure;
    figure.value = std::accumulate(values.begin(), values.end(), 0.0) / topics * scale;
    const Interval mean = bootstrap_interval(values, {.seed = seed});
    figure.interval = {mean.low * scale, mean.high * scale};
    return figure;
}

BesideReference beside(const std::vector<double>& values, const std::vector<double>& reference,
                       std::uint64_t seed) {
    BesideReference result;
    result.p_random = randomisation_test(values, reference, {.seed = seed}).p_value;
    result.p_t = paired_t_test(values, reference);
    result.topics = compare(values, reference);
    return result;
}

void correct(std::vector<RunFigure>& runs) {
    std::vector<BesideReference*> compared;
    std::vector<double> p_random;
    std::vector<double> p_t;
    for (RunFigure& run : runs) {
        if (!run.beside) continue;
        compared.push_back(&*run.beside);
        p_random.push_back(run.beside->p_random);
        p_t.push_back(run.beside->p_t);
    }
    const std::vector<double> random_holm = holm_correction(p_random);
    const std::vector<double> t_holm = holm_correction(p_t);
    for (std::size_t i = 0; i < compared.size(); ++i) {
        compared[i]->p_random_holm = random_holm[i];
        compared[i]->p_t_holm = t_holm[i];
    }
}

void measure_group(GroupFigures& group, const ComparedMeasure& compared,
                   const ComparisonOptions& options) {
    const std::vector<double> reference = chosen(compared.values[options.reference], group.topics);
    for (std::size_t run = 0; run < compared.values.size(); ++run) {
        const std::vector<double> values = chosen(compared.values[run], group.topics);
        group.runs.push_back(figure_alone(values, compared.measure, options.seed));
        if (run == options.reference) continue;
        group.runs.back().beside = beside(values, reference, options.seed);
    }
    for (RunFigure& run : group.runs) {
        if (run.beside) run.beside->difference = run.value - group.runs[options.reference].value;
    }
    correct(group.runs);
}

// All topics, then those of each kind.
std::vector<GroupFigures> groups_of(const std::vector<std::string>& topics,
                                    const TopicKinds& kinds) {
    std::map<std::string, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < topics.size(); ++i) {
        groups[""].push_back(i);
        if (kinds.empty()) continue;
        const auto kind = kinds.find(topics[i]);
        groups[kind == kinds.end() ? "(no kind)" : kind->second].push_back(i);
    }
    std::vector<GroupFigures> result;
    for (const auto& [kind, members] : groups) result.push_back({kind, members, {}});
    return result;
}

}  // namespace

RunComparison compare_runs(const Qrels& qrels, const std::vector<NamedRun>& runs,
                           const ComparisonOptions& options) {
    const Qrels judged = options.only_common ? common_topics(qrels, runs) : qrels;
    RunComparison comparison;
    comparison.reference = options.reference;
    for (const Measure& measure : options.measures)
        comparison.measures.push_back({measure, {}, {}});
    for (const NamedRun& each : runs) {
        Evaluation evaluation =
            evaluate(judged, each.run, options.measures, {.all_judged_topics = true});
        comparison.runs.push_back(each.name);
        for (std::size_t i = 0; i < options.measures.size(); ++i) {
            comparison.measures[i].values.push_back(std::move(evaluation.measures[i].values));
        }
        comparison.topics = std::move(evaluation.topics);
    }
    for (ComparedMeasure& compared : comparison.measures) {
        compared.groups = groups_of(comparison.topics, options.kinds);
        for (GroupFigures& group : compared.groups) measure_group(group, compared, options);
    }
    return comparison;
}

}  // namespace sinodex
