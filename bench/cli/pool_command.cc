// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/cli/pool_command.h"

#include <array>
#include <iostream>

#include "bench/quality/baselines.h"
#include "bench/quality/configuration.h"
#include "bench/quality/experiment.h"
#include "bench/quality/pool.h"

namespace sinodex {
namespace {

constexpr std::array<std::string_view, 2> kPoolUnits{"passage", "article"};

constexpr std::array<OptionSpec, 7> kPoolOptions{{
    {"configuration", 'c', "NAME=WEIGHT:VALUE,...", "",
     "Pool what these weights find, too. May come several times."},
    {"ablation", 'a', "WEIGHTS", "all",
     "Pool what is found with each of these weights at 0: names separated by commas, or all."},
    {"against", 'g', "SYSTEMS", "all", "Baselines to pool, as for sinodex-bench quality."},
    {"run", 'r', "FILE", "", "Pool this TREC run of another system, too. May come several times."},
    {"unit", 'u', "UNIT", "passage", "What is to be judged: passage or article."},
    {"depth", 'n', "N", "10", "Ranks of each system that are pooled."},
    {"seed", 's', "N", "1", "Seed of the order within a topic."},
}};

constexpr std::array<std::string_view, 1> kPoolExamples{
    "sinodex-bench pool corpus > to-judge.jsonl"};

ExperimentOptions experiment_of(const Arguments& arguments, std::size_t depth) {
    ExperimentOptions options;
    options.depth = depth;
    options.baselines = parse_baselines(arguments.text("against"));
    options.configurations = ablations(arguments.text("ablation"));
    options.configurations.push_back(shipped_configuration());
    for (const std::string& text : arguments.all("configuration")) {
        options.configurations.push_back(parse_configuration(text));
    }
    return options;
}

}  // namespace

constinit const ProgramSpec kPoolProgram{
    "sinodex-bench pool",
    "collect what is to be judged for a test collection",
    "COLLECTION",
    "Asks every configuration and baseline all topics of the folder COLLECTION, judged or not, and "
    "prints what they rank first and nobody has judged: a JSON object a line with topic, query, "
    "id, title and text, in an order that does not tell who found it. Judgements go to qrels.txt.",
    kPoolOptions,
    kPoolExamples,
};

ExitStatus run_pool(const Arguments& arguments, const std::vector<std::string>& /*command*/) {
    PoolOptions options;
    options.depth = arguments.number("depth", 1, 1'000'000);
    options.seed = arguments.number("seed", 0, UINT64_MAX);
    const ExperimentOptions experiment = experiment_of(arguments, options.depth);
    CollectionOptions reading;
    reading.unjudged = true;
    reading.unit = arguments.choice("unit", kPoolUnits) == "article" ? SearchUnit::article
                                                                     : SearchUnit::passage;
    if (arguments.operands().size() != 1) {
        throw Error(ErrorKind::usage, "one COLLECTION is needed", "see sinodex-bench pool --help");
    }
    const Collection collection = read_collection(arguments.operands().front(), reading);
    std::vector<TrecRun> runs;
    for (const std::string& path : arguments.all("run")) runs.push_back(read_run(path));
    for (SystemRun& system : run_experiment(collection, experiment).systems) {
        runs.push_back(std::move(system.run));
    }
    write_pool(pool(runs, collection.qrels, options), collection, std::cout);
    return ExitStatus::fine;
}

}  // namespace sinodex
