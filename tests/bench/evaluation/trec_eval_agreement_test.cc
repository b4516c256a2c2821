// SPDX-License-Identifier: GPL-2.0-or-later

// Every number that trec_eval 10 prints of made-up runs must be ours: of one with ties, and one
// that lacks topics, too.
//
// The folder holds qrels.txt, runs NAME.txt, and what `trec_eval -q -c` says of them in
// NAME.c.txt, with -l 2 in NAME.c.l2.txt.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>

#include "bench/evaluation/evaluate.h"

namespace sinodex {
namespace {

const std::filesystem::path kFolder =
    std::filesystem::path(SINODEX_SOURCE_DIR) / "tests" / "fixtures" / "trec_eval";

// trec_eval's measures without parameter, and those that end in a cut-off.
const std::map<std::string, std::string> kNames = {
    {"map", "AP"},      {"ndcg", "nDCG"},       {"recip_rank", "RR"},  {"bpref", "Bpref"},
    {"Rprec", "Rprec"}, {"num_ret", "NumRet"},  {"num_rel", "NumRel"}, {"num_rel_ret", "NumRelRet"},
    {"set_P", "SetP"},  {"set_recall", "SetR"}, {"set_F", "SetF"}};
const std::map<std::string, std::string> kCutNames = {
    {"P", "P"}, {"recall", "R"}, {"success", "Success"}, {"ndcg_cut", "nDCG"}, {"map_cut", "AP"}};

// Our name of one of trec_eval's measures; none for those that we do not have.
std::optional<std::string> our_name(const std::string& theirs, bool from_gain_two) {
    const std::size_t cut = theirs.rfind('_');
    const auto with_cutoff = kCutNames.find(theirs.substr(0, cut));
    const bool is_cut = cut != std::string::npos && with_cutoff != kCutNames.end();
    const auto plain = kNames.find(theirs);
    if (!is_cut && plain == kNames.end()) return std::nullopt;
    std::string name = is_cut ? with_cutoff->second : plain->second;
    if (from_gain_two && name != "nDCG" && name != "NumRet") name += "(rel=2)";
    return is_cut ? name + "@" + theirs.substr(cut + 1) : name;
}

// Values of one measure by topic, "all" among them.
std::map<std::string, double> values(const Qrels& qrels, const TrecRun& run,
                                     const std::string& name) {
    const Evaluation evaluation =
        evaluate(qrels, run, {parse_measure(name)}, {.all_judged_topics = true});
    std::map<std::string, double> by_topic = {{"all", evaluation.measures[0].overall}};
    for (std::size_t i = 0; i < evaluation.topics.size(); ++i) {
        by_topic[evaluation.topics[i]] = evaluation.measures[0].values[i];
    }
    return by_topic;
}

int compare_with(const std::filesystem::path& golden, const Qrels& qrels, const TrecRun& run) {
    const bool from_gain_two = golden.string().ends_with(".l2.txt");
    std::map<std::string, std::map<std::string, double>> ours;
    std::ifstream in(golden);
    std::string theirs;
    std::string topic;
    std::string value;
    int compared = 0;
    while (in >> theirs >> topic >> value) {
        if (theirs == "num_q") {
            EXPECT_EQ(static_cast<double>(qrels.size()), std::stod(value)) << golden;
        }
        // With -c, trec_eval sums num_rel up over gains above 0 whatever -l says, against its own
        // lines for the topics; ours is their sum.
        const bool ignores_l = theirs == "num_rel" && topic == "all";
        const std::optional<std::string> name = our_name(theirs, from_gain_two && !ignores_l);
        if (!name) continue;
        if (!ours.contains(*name)) ours[*name] = values(qrels, run, *name);
        EXPECT_TRUE(ours[*name].contains(topic)) << golden << ' ' << topic;
        EXPECT_NEAR(ours[*name][topic], std::stod(value), 0.5000001e-4)
            << golden << ' ' << theirs << ' ' << topic;
        ++compared;
    }
    return compared;
}

TEST(TrecEvalNames, MeanWhatOursMean) {
    const JudgedRanking ranking{{1, std::nullopt, 0, 2, 1, 0}, {3, 2, 1, 1, 0, 0, 0}};
    for (const auto& [theirs, ours] : kNames) {
        EXPECT_EQ(parse_measure(theirs)(ranking), parse_measure(ours)(ranking)) << theirs;
        EXPECT_EQ(parse_measure(theirs).name, theirs);
    }
    for (const auto& [theirs, ours] : kCutNames) {
        const double expected = parse_measure(ours + "@3")(ranking);
        EXPECT_EQ(parse_measure(theirs + "_3")(ranking), expected) << theirs;
        EXPECT_EQ(parse_measure(theirs + ".3")(ranking), expected) << theirs;
    }
    EXPECT_EQ(parse_measure("iprec_at_recall_0.50")(ranking), parse_measure("IPrec@0.5")(ranking));
}

TEST(TrecEvalAgreement, EveryNumberOfTheRealProgram) {
    const Qrels qrels = read_qrels((kFolder / "qrels.txt").string());
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
        const std::string name = entry.path().filename().string();
        const std::size_t suffix = name.find(".c.");
        if (suffix == std::string::npos) continue;
        const TrecRun run = read_run((kFolder / (name.substr(0, suffix) + ".txt")).string());
        EXPECT_GT(compare_with(entry.path(), qrels, run), 300) << name;
        ++files;
    }
    EXPECT_EQ(files, 6);
}

}  // namespace
}  // namespace sinodex
