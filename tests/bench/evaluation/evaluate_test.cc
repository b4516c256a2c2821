// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/evaluation/evaluate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/bench/evaluation/temporary_file.h"

namespace sinodex {
namespace {

using ::testing::ElementsAre;

const Qrels kQrels = {
    {"found", {{"a", 1}, {"b", 0}, {"c", 2}}},
    {"missing", {{"a", 1}}},
    {"nothing to find", {{"a", 0}}},
    {"tied", {{"a", 1}, {"b", 0}}},
};

const TrecRun kRun = {"sys",
                      {{"found", {{"b", 1}, {"a", 3}, {"x", 2}}},
                       {"nothing to find", {{"a", 1}}},
                       {"not judged", {{"a", 1}}},
                       {"tied", {{"a", 1}, {"b", 1}}}}};

std::vector<Measure> measures(const std::vector<std::string>& names) {
    std::vector<Measure> parsed;
    parsed.reserve(names.size());
    for (const std::string& name : names) parsed.push_back(parse_measure(name));
    return parsed;
}

TEST(Evaluate, AveragesOverTheJudgedTopicsOfTheRun) {
    const Evaluation result = evaluate(kQrels, kRun, measures({"AP", "NumRel", "RR"}));
    EXPECT_THAT(result.topics, ElementsAre("found", "nothing to find", "tied"));
    ASSERT_EQ(result.measures.size(), 3U);
    EXPECT_EQ(result.measures[0].measure.name, "AP");
    EXPECT_THAT(result.measures[0].values, ElementsAre(0.5, 0, 0.5));
    EXPECT_DOUBLE_EQ(result.measures[0].overall, 1.0 / 3);
    EXPECT_THAT(result.measures[1].values, ElementsAre(2, 0, 1));
    EXPECT_EQ(result.measures[1].overall, 3);
    EXPECT_THAT(result.measures[2].values, ElementsAre(1, 0, 0.5));
}

TEST(Evaluate, MissingTopicsCountAsEmptyWhenAllAreAskedFor) {
    const Evaluation result =
        evaluate(kQrels, kRun, measures({"AP", "NumRel", "NumRet"}), {.all_judged_topics = true});
    EXPECT_THAT(result.topics, ElementsAre("found", "missing", "nothing to find", "tied"));
    EXPECT_THAT(result.measures[0].values, ElementsAre(0.5, 0, 0, 0.5));
    EXPECT_DOUBLE_EQ(result.measures[0].overall, 1.0 / 4);
    EXPECT_EQ(result.measures[1].overall, 4);
    EXPECT_EQ(result.measures[2].overall, 6);
}

TEST(Evaluate, EmptyRankingIsATopicOfTheRun) {
    const TrecRun run = {"sys", {{"found", {}}, {"tied", {{"a", 1}}}}};
    const Evaluation result = evaluate(kQrels, run, measures({"AP"}));
    EXPECT_THAT(result.measures[0].values, ElementsAre(0, 1));
}

TEST(Evaluate, RunWithoutAnyJudgedTopicIsAMistake) {
    const TrecRun other = {"sys", {{"Found", {{"a", 1}}}}};
    for (const bool all : {false, true}) {
        expect_error(ErrorKind::input, "no topic of run \"sys\" is judged",
                     [&] { evaluate(kQrels, other, measures({"AP"}), {all}); });
        expect_error(ErrorKind::input, "no topic of run \"sys\" is judged",
                     [&] { evaluate({}, other, measures({"AP"}), {all}); });
    }
    expect_error(ErrorKind::input, "is judged", [&] {
        evaluate(kQrels, {"none", {}}, measures({"AP"}));
    });
}

TEST(Evaluate, SystemThatFindsNothingAtAllIsWorthZero) {
    const Evaluation result =
        evaluate(kQrels, {"none", {}}, measures({"nDCG@10"}), {.all_judged_topics = true});
    EXPECT_THAT(result.measures[0].values, ElementsAre(0, 0, 0, 0));
    EXPECT_EQ(result.measures[0].overall, 0);
}

}  // namespace
}  // namespace sinodex
