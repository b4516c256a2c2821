// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/cli/learn_command.h"

#include <array>
#include <iostream>
#include <thread>

#include "bench/cli/progress.h"
#include "bench/learning/learn_factors.h"
#include "bench/learning/learn_report.h"
#include "bench/learning/weights_file.h"
#include "bench/quality/collection.h"
#include "bench/quality/configuration.h"

namespace sinodex {
namespace {

constexpr std::array<std::string_view, 2> kLearnFormats{"text", "json"};
constexpr const char* kTrainingSplit = "train";

constexpr std::array<OptionSpec, 14> kLearnOptions{{
    {"factors", 0, "", "",
     "Learn only the weights to which scores of passages are linear, those of the second look, all "
     "at once from pairs of passages: in a minute or so, without --folds and --rounds."},
    {"measure", 'm', "MEASURE", "nDCG@10", "What is to become as large as can be."},
    {"configuration", 'c', "NAME=WEIGHT:VALUE,...", "",
     "Begin with these weights in place of those in force."},
    {"topics", 't', "N", "200",
     "Topics of each collection at most, drawn by the seed; 0 for all. Time grows with them."},
    {"depth", 'n', "N", "50", "Hits asked for, a topic."},
    {"folds", 0, "N", "3", "Folds of the cross-validation over topics; 0 for none."},
    {"no-leave-one-out", 0, "", "",
     "Do not learn once more without each collection, to see what generalises."},
    {"rounds", 0, "N", "12", "Rounds over all weights, at most."},
    {"seed", 's', "N", "1", "Seed of what is drawn: topics, folds, the randomisation test."},
    {"threads", 'j', "N", "", "Threads; without it as many as there are processors."},
    {"databases", 0, "FOLDER", "",
     "Keep the databases in FOLDER and bring them up to date, rather than make them anew."},
    {"dictionary", 0, "FILE", "",
     "Index with this dictionary, as sinodex-index --dictionary does."},
    {"format", 'f', "FORMAT", "text", "text or json."},
    {"write", 'w', "FILE", "",
     "Write the learned values into the table at FILE, searcher/ranking/weights.inc; they are in "
     "force after the next build."},
}};

constexpr std::array<std::string_view, 3> kLearnExamples{
    "sinodex-bench learn corpus cranfield wikinews",
    "sinodex-bench learn --factors --topics 0 corpus corpus:final xquad-zh",
    "sinodex-bench learn --topics 0 --write searcher/ranking/weights.inc corpus cranfield",
};

// FOLDER or FOLDER:SPLIT. Topics that are kept for testing are not learned from but by name.
Collection read_learned_collection(const std::string& operand) {
    CollectionOptions options;
    const std::size_t colon = operand.rfind(':');
    const std::string split = colon == std::string::npos ? "" : operand.substr(colon + 1);
    const std::string folder = operand.substr(0, colon);
    if (!split.empty() && has_split(folder, split)) {
        options.split = split;
        Collection collection = read_collection(folder, options);
        collection.name += "-" + split;
        return collection;
    }
    if (has_split(operand, kTrainingSplit)) options.split = kTrainingSplit;
    return read_collection(operand, options);
}

std::vector<Collection> read_collections(const std::vector<std::string>& operands) {
    std::vector<Collection> collections;
    for (const std::string& operand : operands) {
        collections.push_back(read_learned_collection(operand));
        for (std::size_t i = 0; i + 1 < collections.size(); ++i) {
            if (collections[i].name != collections.back().name) continue;
            throw Error(ErrorKind::usage,
                        "two collections have the name " + collections.back().name);
        }
    }
    return collections;
}

LearningSetOptions set_options(const Arguments& arguments) {
    LearningSetOptions options;
    options.measure = arguments.text("measure");
    options.depth = arguments.number("depth", 1, 1'000'000);
    options.topics = arguments.number("topics", 0, 1'000'000);
    options.seed = arguments.number("seed", 0, UINT64_MAX);
    options.threads = arguments.has("threads") ? arguments.number("threads", 1, 256)
                                               : std::max(1U, std::thread::hardware_concurrency());
    if (arguments.has("databases")) options.databases = arguments.text("databases");
    if (arguments.has("dictionary")) options.dictionary = arguments.text("dictionary");
    return options;
}

LearnOptions learn_options(const Arguments& arguments) {
    LearnOptions options;
    if (arguments.has("configuration")) {
        options.start = parse_configuration(arguments.text("configuration")).weights;
    }
    options.folds = arguments.number("folds", 0, 100);
    options.leave_one_out = !arguments.has("no-leave-one-out");
    options.ascent.max_rounds = arguments.number("rounds", 1, 1000);
    options.seed = arguments.number("seed", 0, UINT64_MAX);
    options.progress = show_progress;
    return options;
}

}  // namespace

constinit const ProgramSpec kLearnProgram{
    "sinodex-bench learn",
    "learn the ranking's weights from test collections",
    "COLLECTION...",
    "Collections are folders as for sinodex-bench quality. One table of weights is learned from "
    "all "
    "of them together by coordinate ascent, each collection counting the same. Of a collection "
    "that "
    "has a split named train only that is used; FOLDER:SPLIT names another one. Beside the figures "
    "on what was learned from, those "
    "of weights learned without the topic and without the whole collection are printed.",
    kLearnOptions,
    kLearnExamples,
};

ExitStatus run_learn(const Arguments& arguments, const std::vector<std::string>& /*command*/) {
    const LearnOptions options = learn_options(arguments);
    const LearningSetOptions set_of = set_options(arguments);
    const bool json = arguments.choice("format", kLearnFormats) == "json";
    if (arguments.operands().empty()) {
        throw Error(ErrorKind::usage, "no COLLECTION was given", "see sinodex-bench learn --help");
    }
    LearningSet set(read_collections(arguments.operands()), set_of);
    const LearnReport report =
        arguments.has("factors") ? learn_factors(set, options) : learn(set, options);
    show_progress("");
    if (json) {
        write_learn_json(report, set_of.measure, std::cout);
    } else {
        write_learn_text(report, set_of.measure, std::cout);
    }
    if (arguments.has("write")) write_weights(arguments.text("write"), report.learned);
    return ExitStatus::fine;
}

}  // namespace sinodex
