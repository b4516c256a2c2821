#include "bench/quality/experiment.h"

#include <chrono>
#include <cmath>
#include <filesystem>

#include "bench/quality/fingerprint.h"
#include "bench/quality/scratch_folder.h"
#include "bench/quality/sinodex_system.h"
#include "corpus/error.h"
#include "indexer/indexer.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

void tell(const Collection& collection, const ExperimentOptions& options,
          const std::string& system) {
    if (options.progress) options.progress(collection.name + ": " + system);
}

std::string kept_database(const std::string& folder, const std::string& name) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) throw Error(ErrorKind::output, folder + ": " + failed.message());
    return folder + "/" + name;
}

void require_finite(const Ranking& ranking, const std::string& system, const Topic& topic) {
    for (const ScoredDocument& document : ranking) {
        if (std::isfinite(document.score)) continue;
        throw Error(ErrorKind::usage,
                    system + ": gives " + document.id + " no finite score for topic " + topic.id,
                    "its weights divide by zero, perhaps");
    }
}

void ask_all(const Collection& collection, RankingSystem& system, std::size_t depth,
             SystemRun& result) {
    using Clock = std::chrono::steady_clock;
    std::chrono::duration<double, std::milli> spent{};
    for (const Topic& topic : collection.topics) {
        const auto start = Clock::now();
        Ranking ranking = system.search(topic.text, depth);
        spent += Clock::now() - start;
        require_finite(ranking, result.name, topic);
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
    IndexOptions indexing;
    indexing.database = options.databases.empty()
                            ? scratch / "sinodex"
                            : kept_database(options.databases, collection.name);
    indexing.paths = {collection.documents_path};
    indexing.prune = true;
    indexing.threads = 1;  // with more, the order of documents, and so of ties, is left to chance
    index_documents(indexing);
    experiment.database_fingerprint = database_fingerprint(indexing.database);
    for (const Configuration& configuration : options.configurations) {
        tell(collection, options, configuration.name);
        const auto system =
            make_sinodex_system(indexing.database, collection.unit, configuration.weights);
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
