// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/assessment.h"

#include <gtest/gtest.h>

#include "bench/quality/movers.h"
#include "tests/support/expect_error.h"

namespace sinodex {
namespace {

using testing::expect_error;

// Three topics with one relevant document each; "d" is judged 0.
Collection three_topics() {
    Collection collection;
    collection.topics = {{"t1", "first"}, {"t2", "second"}, {"t3", "third"}};
    for (const Topic& topic : collection.topics) collection.qrels[topic.id] = {{"r", 1}, {"d", 0}};
    return collection;
}

// Reciprocal ranks: good 1, 1, 0 (t3 has no answer); bad 1/2, 1/3, 0; same as good.
Experiment three_systems() {
    const TrecRun good{"good", {{"t1", {{"r", 2}, {"d", 1}}}, {"t2", {{"r", 2}, {"x", 1}}}}};
    const TrecRun bad{
        "bad",
        {{"t1", {{"r", 1}, {"d", 2}}}, {"t2", {{"r", 1}, {"x", 3}, {"d", 2}}}, {"t3", {{"x", 1}}}}};
    Experiment experiment;
    experiment.systems = {{"good", "the best", Weights{}, good, 1.5},
                          {"bad", "the worst", {}, bad, 0},
                          {"same", "as good", {}, good, 0}};
    return experiment;
}

Assessment assessed(const std::string& reference, std::uint64_t seed = 1) {
    return assess(three_topics(), three_systems(),
                  {{parse_measure("RR"), parse_measure("P@1")}, reference, seed});
}

TEST(Assessment, TakesTheMeanOverAllJudgedTopics) {
    const Assessment assessment = assessed("good");
    EXPECT_EQ(assessment.topics, (std::vector<std::string>{"t1", "t2", "t3"}));
    ASSERT_EQ(assessment.systems.size(), 3U);
    EXPECT_DOUBLE_EQ(assessment.systems[0].figures[0].mean, 2.0 / 3);
    EXPECT_DOUBLE_EQ(assessment.systems[1].figures[0].mean, 5.0 / 18);
    EXPECT_DOUBLE_EQ(assessment.systems[1].figures[1].mean, 0);
    EXPECT_EQ(assessment.systems[0].figures[0].values, (std::vector<double>{1, 1, 0}));
    EXPECT_DOUBLE_EQ(assessment.systems[0].milliseconds, 1.5);
    EXPECT_FALSE(assessment.systems[0].baseline);
    EXPECT_TRUE(assessment.systems[1].baseline);
}

TEST(Assessment, ComparesEachSystemWithTheReference) {
    const Assessment assessment = assessed("good");
    EXPECT_EQ(assessment.reference, 0U);
    const AssessedMeasure& bad = assessment.systems[1].figures[0];
    EXPECT_NEAR(bad.difference, 5.0 / 18 - 2.0 / 3, 1e-12);
    EXPECT_EQ(bad.topics.wins, 0U);
    EXPECT_EQ(bad.topics.ties, 1U);
    EXPECT_EQ(bad.topics.losses, 2U);
    EXPECT_DOUBLE_EQ(bad.p_value, 0.5);  // 2 of the 4 assignments of signs are as far from 0
    EXPECT_DOUBLE_EQ(bad.p_holm, 1);     // twice that, for two comparisons
    const AssessedMeasure& same = assessment.systems[2].figures[0];
    EXPECT_EQ(same.difference, 0);
    EXPECT_EQ(same.p_value, 1);
    EXPECT_EQ(same.topics.ties, 3U);
}

TEST(Assessment, AnySystemCanBeTheReference) {
    const Assessment assessment = assessed("bad");
    EXPECT_EQ(assessment.reference, 1U);
    EXPECT_GT(assessment.systems[0].figures[0].difference, 0);
    EXPECT_EQ(assessment.systems[0].figures[0].topics.wins, 2U);
    expect_error(ErrorKind::usage, "compared are good, bad, same", [] { assessed("other"); });
}

TEST(Assessment, HasIntervalsThatHoldTheMeanAndRepeatWithTheSeed) {
    const AssessedMeasure figure = assessed("good").systems[1].figures[0];
    EXPECT_LE(figure.interval.low, figure.mean);
    EXPECT_GE(figure.interval.high, figure.mean);
    EXPECT_LT(figure.interval.low, figure.interval.high);
    EXPECT_EQ(figure.interval.low, assessed("good").systems[1].figures[0].interval.low);
}

TEST(Movers, AreTheTopicsThatDifferMostWithBothRankings) {
    const Movers movers = find_movers(three_topics(), three_systems(), assessed("good"),
                                      {.before = "good", .after = "bad", .topics = 9, .depth = 2});
    ASSERT_EQ(movers.topics.size(), 2U);  // t3 did not move
    const MovedTopic& most = movers.topics[0];
    EXPECT_EQ(most.id, "t2");
    EXPECT_EQ(most.query, "second");
    EXPECT_DOUBLE_EQ(most.before, 1);
    EXPECT_DOUBLE_EQ(most.after, 1.0 / 3);
    ASSERT_EQ(most.after_top.size(), 2U);
    EXPECT_EQ(most.after_top[0].id, "x");
    EXPECT_FALSE(most.after_top[0].gain);
    EXPECT_EQ(most.after_top[1].gain, 0);
    EXPECT_EQ(most.before_top[0].gain, 1);
    EXPECT_EQ(movers.topics[1].id, "t1");
}

TEST(Movers, AreAtMostAsManyAsAskedForAndNoneBetweenEquals) {
    const auto count = [](const std::string& after, std::size_t topics) {
        return find_movers(three_topics(), three_systems(), assessed("good"),
                           {.before = "good", .after = after, .topics = topics})
            .topics.size();
    };
    EXPECT_EQ(count("bad", 1), 1U);
    EXPECT_EQ(count("same", 5), 0U);
    expect_error(ErrorKind::usage, "no system \"x\"", [&] { count("x", 1); });
}

}  // namespace
}  // namespace sinodex
