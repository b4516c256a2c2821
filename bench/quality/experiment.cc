// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/experiment.h"

#include <chrono>

#include "bench/quality/fingerprint.h"
#include "bench/quality/index_collection.h"
#include "bench/quality/scratch_folder.h"
#include "bench/quality/sinodex_system.h"

namespace sinodex {
namespace {

void tell(const Collection& collection, const ExperimentOptions& options,
          const std::string& system) {
    if (options.progress) options.progress(collection.name + ": " + system);
}

void ask_all(const Collection& collection, RankingSystem& system, std::size_t depth,
             SystemRun& result) {
    using Clock = std::chrono::steady_clock;
    std::chrono::duration<double, std::milli> spent{};
    for (const Topic& topic : collection.topics) {
        const auto start = Clock::now();
        Ranking ranking = system.search(topic.text, depth);
        spent += Clock::now() - start;
        result.run.topics.emplace(topic.id, std::move(ranking));
    }
    result.run.tag = result.name;
    result.milliseconds = spent.count() / static_cast<double>(collection.topics.size());
}

std::string description(const Configuration& configuration) {
    if (configuration.changes.empty()) return "Sinodex with the weights in force";
    return "Sinodex with " + configuration.changes;
}

}  // namespace

Experiment run_experiment(const Collection& collection, const ExperimentOptions& options) {
    const ScratchFolder scratch;
    Experiment experiment;
    tell(collection, options, "indexing");
    const std::string database =
        index_collection(collection, options.databases, scratch / "sinodex", options.dictionary);
    experiment.database_fingerprint = database_fingerprint(database);
    for (const Configuration& configuration : options.configurations) {
        tell(collection, options, configuration.name);
        const auto system = make_sinodex_system(database, collection.unit, configuration.weights);
        experiment.systems.push_back(
            {configuration.name, description(configuration), configuration.weights, {}, 0});
        ask_all(collection, *system, options.depth, experiment.systems.back());
    }
    for (const Baseline& baseline : options.baselines) {
        const std::string name(baseline.name);
        tell(collection, options, name);
        const auto system = baseline.make(collection, scratch);
        experiment.systems.push_back({name, std::string(baseline.description), {}, {}, 0});
        ask_all(collection, *system, options.depth, experiment.systems.back());
    }
    return experiment;
}

}  // namespace sinodex
