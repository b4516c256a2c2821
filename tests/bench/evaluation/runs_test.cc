// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/evaluation/runs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <sstream>

#include "tests/bench/evaluation/temporary_file.h"

namespace sinodex {
namespace {

using ::testing::ElementsAre;

TrecRun read_run_text(std::string_view content) {
    const TemporaryFile file(content, "run");
    return read_run(file.path());
}

std::vector<std::string> documents(const Ranking& ranking) {
    std::vector<std::string> ids;
    for (const ScoredDocument& document : ranking) ids.push_back(document.id);
    return ids;
}

TEST(Runs, RankedByScoreThenIdDescendingWhateverTheRankColumnSays) {
    const TrecRun run =
        read_run_text("1 Q0 a 1 2.5 sys\n1 Q0 c 2 2.5 sys\n1 Q0 b 3 1e1 sys\n1 Q0 d 4 -3 sys\n");
    EXPECT_THAT(documents(run.topics.at("1")), ElementsAre("b", "c", "a", "d"));
    EXPECT_EQ(run.tag, "sys");
}

TEST(Runs, TiesCompareBytesAsUnsigned) {
    const TrecRun run =
        read_run_text("1 Q0 Z 1 1 s\n1 Q0 稀 2 1 s\n1 Q0 a 3 1 s\n1 Q0 a10 4 1 s\n1 Q0 a9 5 1 s\n");
    EXPECT_THAT(documents(run.topics.at("1")), ElementsAre("稀", "a9", "a10", "a", "Z"));
}

TEST(Runs, ScoresAreDoubles) {
    const TrecRun run = read_run_text("1 Q0 a 1 1.00000002 s\n1 Q0 b 2 1.00000001 s\n");
    EXPECT_THAT(documents(run.topics.at("1")), ElementsAre("a", "b"));
}

TEST(Runs, InterleavedTopicsAndStrayBytesAreTolerated) {
    const TrecRun run = read_run_text(
        "\xEF\xBB\xBF"
        "2\tQ0\ta\t1\t+1\ts\r\n\r\n1 Q0 a 1 1 s\n 2 Q0 b 2 .5 s");
    EXPECT_THAT(documents(run.topics.at("2")), ElementsAre("a", "b"));
    EXPECT_THAT(documents(run.topics.at("1")), ElementsAre("a"));
}

struct BadRun {
    const char* content;
    const char* message;
};

TEST(Runs, MistakesAreNamed) {
    const BadRun cases[] = {
        {"1 Q0 a 1 1 s\n1 Q0 b 2 1\n", "run:2: a line of a run with 5 columns"},
        {"1 Q0 a 1 1 s x\n", "run:1: a line of a run with 7 columns"},
        {"1 0 a 1\n", "run:1: a line of a run with 4 columns"},
        {"\n1 Q0 a 1 high s\n", "run:2: the score \"high\" is not a finite number"},
        {"1 Q0 a 1 1,5 s\n", "run:1: the score \"1,5\" is not a finite number"},
        {"1 Q0 a 1 nan s\n", "run:1: the score \"nan\" is not a finite number"},
        {"1 Q0 a 1 inf s\n", "run:1: the score \"inf\" is not a finite number"},
        {"1 Q0 a 1 3 s\n2 Q0 a 1 1 s\n1 Q0 b 2 2 s\n1 Q0 a 3 1 s\n",
         "run: document a comes twice in topic 1"},
        {"\n", "run: has no rankings"},
    };
    for (const auto& [content, message] : cases) {
        SCOPED_TRACE(content);
        expect_error(ErrorKind::input, message, [text = content] { read_run_text(text); });
    }
}

TEST(Runs, WrittenInRankingOrderWithRanks) {
    const TrecRun run = {"sys", {{"2", {{"x", 1}}}, {"1", {{"a", 0.5}, {"b", 0.5}, {"c", 2}}}}};
    std::ostringstream out;
    write_run(out, run);
    EXPECT_EQ(out.str(), "1 Q0 c 1 2 sys\n1 Q0 b 2 0.5 sys\n1 Q0 a 3 0.5 sys\n2 Q0 x 1 1 sys\n");
}

TEST(Runs, ScoresSurviveWriting) {
    const std::vector<double> scores = {1.0 / 3, 1e-300, -1.0 / 3, 123456789.123456789,
                                        std::numeric_limits<double>::max()};
    TrecRun run = {"sys", {}};
    for (const double score : scores) run.topics[std::to_string(score)] = {{"d", score}};
    std::ostringstream out;
    write_run(out, run);
    const TrecRun again = read_run_text(out.str());
    ASSERT_EQ(again.topics.size(), scores.size());
    for (const double score : scores) {
        EXPECT_EQ(again.topics.at(std::to_string(score)).front().score, score);
    }
}

TEST(Runs, WhatWouldNotBeReadBackIsNotWritten) {
    const TrecRun cases[] = {
        {"", {{"1", {{"a", 1}}}}},        {"my system", {{"1", {{"a", 1}}}}},
        {"s", {{"topic 1", {{"a", 1}}}}}, {"s", {{"1", {{"a\tb", 1}}}}},
        {"s", {{"1", {{"", 1}}}}},
    };
    for (const TrecRun& run : cases) {
        std::ostringstream out;
        expect_error(ErrorKind::output, "cannot stand in a TREC run", [&] { write_run(out, run); });
    }
}

TEST(Runs, FailingStreamIsReported) {
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    expect_error(ErrorKind::output, "could not be written", [&] {
        write_run(out, {"s", {{"1", {{"a", 1}}}}});
    });
}

}  // namespace
}  // namespace sinodex
