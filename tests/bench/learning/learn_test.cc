// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/learning/learn.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/bench/quality/tiny_collection.h"
#include "tests/support/process.h"

namespace sinodex {
namespace {

using ::testing::HasSubstr;
using testing::TinyCollection;

// Begins far from what finds passages: words of the article count for all of its passages.
Weights poor_weights() {
    Weights weights;
    weights.passage_b = 0;
    weights.lead = 1;
    weights.centrality = 4;
    weights.smoothing = 400;
    weights.article = 4;
    return weights;
}

LearningSet two_collections(const TinyCollection& a, const TinyCollection& b,
                            LearningSetOptions options = {}) {
    return LearningSet({read_collection(a.path()), read_collection(b.path())}, std::move(options));
}

TEST(LearningSet, MeasuresEachTopicAndRemembers) {
    const TinyCollection a("a");
    const TinyCollection b("b");
    LearningSet set = two_collections(a, b);
    const TopicValues values = set.measure({});
    ASSERT_EQ(values.size(), 2U);
    EXPECT_EQ(values[0].size(), 4U);
    EXPECT_EQ(values[0], values[1]);
    EXPECT_GT(values[0][0], 0.5);
    set.measure({});
    EXPECT_EQ(set.measured(), 1U);
    set.measure(poor_weights());
    EXPECT_EQ(set.measured(), 2U);
}

TEST(LearningSet, GivesTheSameWithAnyNumberOfThreads) {
    const TinyCollection a("a");
    const TinyCollection b("b");
    LearningSetOptions many;
    many.threads = 4;
    LearningSet one = two_collections(a, b);
    LearningSet four = two_collections(a, b, many);
    EXPECT_EQ(one.measure({}), four.measure({}));
}

TEST(LearningSet, DrawsTopicsBySeed) {
    const TinyCollection a("a");
    const TinyCollection b("b");
    LearningSetOptions two;
    two.topics = 2;
    LearningSet set = two_collections(a, b, two);
    EXPECT_EQ(set.collections()[0].topics.size(), 2U);
    EXPECT_EQ(set.measure({})[1].size(), 2U);
}

TEST(Learn, IsNeverWorseThanTheStartOnWhatItLearnsFrom) {
    const TinyCollection a("a");
    const TinyCollection b("b");
    LearningSet set = two_collections(a, b);
    LearnOptions options;
    options.start = poor_weights();
    options.folds = 2;
    options.ascent.max_rounds = 2;
    const LearnReport report = learn(set, options);
    ASSERT_EQ(report.collections.size(), 2U);
    for (const LearnedCollection& each : report.collections) {
        EXPECT_EQ(each.topics, 4U);
        EXPECT_GT(each.start, 0);
        EXPECT_GE(each.learned, each.start);
        EXPECT_GT(each.cross_validated, 0);
        EXPECT_GT(each.left_out, 0);
    }
    EXPECT_EQ(report.measured, set.measured());
}

TEST(LearnProgram, LearnsAndWritesTheTable) {
    const TinyCollection a("a");
    const std::string table = a.beside("weights.inc");
    testing::write_file(table,
                        testing::read_file(SINODEX_SOURCE_DIR "/searcher/ranking/weights.inc"));
    const auto end = testing::run_process(
        {SINODEX_BIN_DIR "/sinodex-bench", "learn", "--rounds", "1", "--folds", "0", "--format",
         "json", "-c", "poor=centrality:4,article:4", "--write", table, a.path()});
    ASSERT_EQ(end.status, 0) << end.err;
    const auto json = nlohmann::json::parse(end.out);
    EXPECT_EQ(json["collections"][0]["topics"], 4);
    EXPECT_EQ(json["weights"]["article"]["start"], 4);
    EXPECT_THAT(testing::read_file(table), HasSubstr("WEIGHT(article, "));
}

TEST(LearnProgram, LearnsFactorsAtOnce) {
    const TinyCollection a("a");
    const auto end =
        testing::run_process({SINODEX_BIN_DIR "/sinodex-bench", "learn", "--factors", "--format",
                              "json", "-c", "none=covered_led:0", a.path()});
    ASSERT_EQ(end.status, 0) << end.err;
    const auto json = nlohmann::json::parse(end.out);
    EXPECT_EQ(json["weights"]["covered_led"]["start"], 0);
    EXPECT_EQ(json["weights"]["k1"]["start"], json["weights"]["k1"]["learned"]);
}

TEST(LearnProgram, RefusesWhatItCannotUse) {
    const TinyCollection a("a");
    struct Case {
        std::vector<std::string> arguments;
        const char* words;
    };
    for (const Case& c : {Case{{}, "no COLLECTION"}, Case{{a.path(), a.path()}, "the name a"},
                          Case{{"-c", "x=k9:1", a.path()}, "no weight"},
                          Case{{"-m", "nDCG", "-t", "x", a.path()}, "--topics"}}) {
        std::vector<std::string> command{SINODEX_BIN_DIR "/sinodex-bench", "learn"};
        command.insert(command.end(), c.arguments.begin(), c.arguments.end());
        const auto end = testing::run_process(command);
        EXPECT_EQ(end.status, 2) << c.words;
        EXPECT_THAT(end.err, HasSubstr(c.words));
    }
}

}  // namespace
}  // namespace sinodex
