// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/evaluation/run_comparison.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/bench/evaluation/temporary_file.h"

namespace sinodex {
namespace {

using ::testing::ElementsAre;

TrecRun run_of(const std::map<std::string, std::vector<std::string>>& topics) {
    TrecRun run;
    for (const auto& [topic, documents] : topics) {
        double score = 100;
        for (const std::string& document : documents) {
            run.topics[topic].push_back({document, score--});
        }
    }
    return run;
}

const Qrels kTwoTopics{{"t1", {{"a", 1}, {"b", 0}}}, {"t2", {{"a", 2}}}, {"t3", {{"c", 1}}}};

std::vector<NamedRun> two_runs() {
    return {{"good", run_of({{"t1", {"a", "b"}}, {"t2", {"a"}}, {"t3", {"c"}}})},
            {"poor", run_of({{"t1", {"b", "a"}}, {"t2", {"b", "a"}}, {"t9", {"a"}}})}};
}

TEST(RunComparison, MeasuresEveryRunBesideTheReference) {
    const RunComparison comparison = compare_runs(
        kTwoTopics, two_runs(), {.measures = {parse_measure("RR"), parse_measure("NumRelRet")}});
    EXPECT_THAT(comparison.topics, ElementsAre("t1", "t2", "t3"));
    const ComparedMeasure& rr = comparison.measures[0];
    EXPECT_THAT(rr.values[1], ElementsAre(0.5, 0.5, 0.0));
    ASSERT_EQ(rr.groups.size(), 1U);
    EXPECT_FALSE(rr.groups[0].runs[0].beside);
    EXPECT_EQ(rr.groups[0].runs[0].value, 1);
    const BesideReference& beside = *rr.groups[0].runs[1].beside;
    EXPECT_NEAR(beside.difference, 1.0 / 3 - 1, 1e-12);
    EXPECT_EQ(beside.p_random, 0.25);  // all signs alike, two of eight assignments
    EXPECT_NEAR(beside.p_t, paired_t_test(rr.values[1], rr.values[0]), 1e-12);
    EXPECT_EQ(beside.topics.losses, 3U);
    const RunFigure& found = comparison.measures[1].groups[0].runs[1];
    EXPECT_EQ(found.value, 2);  // a count is summed up
    EXPECT_EQ(found.beside->difference, -1);
}

TEST(RunComparison, TellsKindsOfTopicsApart) {
    const RunComparison comparison =
        compare_runs(kTwoTopics, two_runs(),
                     {.measures = {parse_measure("RR")},
                      .reference = 1,
                      .kinds = {{"t1", "terse"}, {"t2", "terse"}, {"t7", "question"}}});
    std::vector<std::string> kinds;
    for (const GroupFigures& group : comparison.measures[0].groups) kinds.push_back(group.kind);
    EXPECT_THAT(kinds, ElementsAre("", "(no kind)", "terse"));
    const GroupFigures& terse = comparison.measures[0].groups[2];
    EXPECT_THAT(terse.topics, ElementsAre(0U, 1U));
    EXPECT_EQ(terse.runs[0].value, 1);
    EXPECT_EQ(terse.runs[0].beside->difference, 0.5);
    EXPECT_EQ(terse.runs[0].beside->p_random, 0.5);
}

TEST(RunComparison, CorrectsForTheNumberOfRuns) {
    std::vector<NamedRun> runs = two_runs();
    runs.push_back({"worse", run_of({{"t1", {"b"}}})});
    const RunComparison comparison =
        compare_runs(kTwoTopics, runs, {.measures = {parse_measure("RR")}});
    EXPECT_EQ(comparison.measures[0].groups[0].runs[2].beside->p_random, 0.25);
    EXPECT_EQ(comparison.measures[0].groups[0].runs[2].beside->p_random_holm, 0.5);
}

TEST(RunComparison, MayKeepToTopicsThatAllHave) {
    const RunComparison comparison = compare_runs(
        kTwoTopics, two_runs(), {.measures = {parse_measure("RR")}, .only_common = true});
    EXPECT_THAT(comparison.topics, ElementsAre("t1", "t2"));
    EXPECT_EQ(comparison.measures[0].groups[0].runs[1].value, 0.5);
    const std::vector<NamedRun> strangers{two_runs()[0], {"other", run_of({{"t9", {"a"}}})}};
    const std::vector<Measure> measures{parse_measure("RR")};
    expect_error(ErrorKind::input, "no judged topic is in all runs", [&] {
        compare_runs(kTwoTopics, strangers, {.measures = measures, .only_common = true});
    });
    expect_error(ErrorKind::input, "no topic of run",
                 [&] { compare_runs(kTwoTopics, strangers, {.measures = measures}); });
}

TEST(TopicKinds, AreTheFirstTwoColumns) {
    const TemporaryFile file("qid\tkind\tsplit\ns1\tterse\ttrain\n\ns2\tdate\n");
    EXPECT_EQ(read_topic_kinds(file.path()), (TopicKinds{{"s1", "terse"}, {"s2", "date"}}));
}

TEST(TopicKinds, RefusesWhatIsMalformed) {
    for (const auto& [text, error] : std::vector<std::pair<std::string, std::string>>{
             {"s1\tterse\ns1\tdate\n", ":2: topic s1 comes twice"},
             {"s1 terse\n", ":1: expected a topic's id, a tab and its kind"},
             {"qid\tkind\n", "has no topics"}}) {
        const TemporaryFile file(text);
        expect_error(ErrorKind::input, error, [&] { read_topic_kinds(file.path()); });
    }
}

}  // namespace
}  // namespace sinodex
