// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/movers.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sinodex {
namespace {

constexpr double kUnmoved = 1e-9;  // as in compare()

std::vector<RankedUnit> top(const TrecRun& run, const std::string& topic,
                            const Judgements& judgements, std::size_t depth) {
    const auto found = run.topics.find(topic);
    Ranking ranking = found == run.topics.end() ? Ranking{} : found->second;
    std::sort(ranking.begin(), ranking.end(), ranks_before);
    ranking.resize(std::min(depth, ranking.size()));
    std::vector<RankedUnit> units;
    for (ScoredDocument& document : ranking) {
        const auto judged = judgements.find(document.id);
        RankedUnit unit{std::move(document.id), {}};
        if (judged != judgements.end()) unit.gain = judged->second;
        units.push_back(std::move(unit));
    }
    return units;
}

std::string text_of(const Collection& collection, const std::string& id) {
    const auto topic = std::find_if(collection.topics.begin(), collection.topics.end(),
                                    [&](const Topic& each) { return each.id == id; });
    return topic == collection.topics.end() ? "" : topic->text;
}

}  // namespace

Movers find_movers(const Collection& collection, const Experiment& experiment,
                   const Assessment& assessment, const MoversOptions& options) {
    const std::size_t a = find_system(assessment, options.before);
    const std::size_t b = find_system(assessment, options.after);
    const std::vector<double>& before = assessment.systems[a].figures.front().values;
    const std::vector<double>& after = assessment.systems[b].figures.front().values;
    const auto moved = [&](std::size_t i) { return std::abs(after[i] - before[i]); };
    std::vector<std::size_t> order(before.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t i) { return moved(i) <= kUnmoved; });
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t i, std::size_t j) { return moved(i) > moved(j); });
    order.resize(std::min(options.topics, order.size()));
    Movers movers{options.before, options.after, {}};
    for (const std::size_t i : order) {
        const std::string& id = assessment.topics[i];
        const Judgements& judgements = collection.qrels.at(id);
        movers.topics.push_back({id, text_of(collection, id), before[i], after[i],
                                 top(experiment.systems[a].run, id, judgements, options.depth),
                                 top(experiment.systems[b].run, id, judgements, options.depth)});
    }
    return movers;
}

}  // namespace sinodex
