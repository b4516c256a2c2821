// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/pool.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "tests/bench/quality/tiny_collection.h"
#include "tests/support/expect_error.h"

namespace sinodex {
namespace {

using ::testing::UnorderedElementsAre;

std::vector<TrecRun> two_runs() {
    return {{"x", {{"1", {{"a", 3}, {"b", 2}, {"c", 1}}}}},
            {"y", {{"1", {{"d", 1}, {"b", 3}, {"a", 2}}}, {"2", {{"a", 1}}}}}};
}

std::vector<std::string> documents_of(const std::vector<PooledDocument>& pooled,
                                      const std::string& topic) {
    std::vector<std::string> documents;
    for (const PooledDocument& each : pooled) {
        if (each.topic == topic) documents.push_back(each.document);
    }
    return documents;
}

TEST(Pool, IsTheUnionOfTheFirstRanks) {
    const auto pooled = pool(two_runs(), {}, {.depth = 2, .seed = 1});
    EXPECT_THAT(documents_of(pooled, "1"), UnorderedElementsAre("a", "b"));
    EXPECT_THAT(documents_of(pooled, "2"), UnorderedElementsAre("a"));
    const auto deeper = pool(two_runs(), {}, {.depth = 3, .seed = 1});
    EXPECT_THAT(documents_of(deeper, "1"), UnorderedElementsAre("a", "b", "c", "d"));
}

TEST(Pool, LeavesOutWhatIsJudged) {
    const Qrels judged{{"1", {{"a", 0}, {"c", 2}}}};
    const auto pooled = pool(two_runs(), judged, {.depth = 10, .seed = 1});
    EXPECT_THAT(documents_of(pooled, "1"), UnorderedElementsAre("b", "d"));
    EXPECT_THAT(documents_of(pooled, "2"), UnorderedElementsAre("a"));
}

TEST(Pool, OrdersByTheSeedAlone) {
    std::vector<TrecRun> runs = two_runs();
    const auto one = documents_of(pool(runs, {}, {.depth = 3, .seed = 1}), "1");
    std::reverse(runs.begin(), runs.end());
    EXPECT_EQ(documents_of(pool(runs, {}, {.depth = 3, .seed = 1}), "1"), one);
    std::set<std::vector<std::string>> orders;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        orders.insert(documents_of(pool(runs, {}, {.depth = 3, .seed = seed}), "1"));
    }
    EXPECT_GT(orders.size(), 5U);
}

TEST(Pool, IsWrittenWithWhatIsToBeRead) {
    const testing::TinyCollection folder;
    const Collection collection = read_collection(folder.path());
    std::ostringstream out;
    write_pool({{"2", "didi#1"}, {"4", "zh"}}, collection, out);
    std::istringstream lines(out.str());
    std::string line;
    std::getline(lines, line);
    const auto passage = nlohmann::json::parse(line);
    EXPECT_EQ(passage["query"], "Didi fine billion yuan");
    EXPECT_EQ(passage["title"], "Didi fined");
    EXPECT_EQ(passage["text"], "Didi said that it accepts the fine.");
    std::getline(lines, line);
    EXPECT_EQ(nlohmann::json::parse(line)["text"],
              "上海证券交易所暂缓蚂蚁集团上市。\n\n滴滴被罚80亿元。\n\n");
    testing::expect_error(ErrorKind::input, "didi#7", [&] {
        write_pool({{"2", "didi#7"}}, collection, out);
    });
}

}  // namespace
}  // namespace sinodex
