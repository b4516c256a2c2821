// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <thread>

#include "tests/searcher/hostile_queries.h"
#include "tests/searcher/views/press.h"
#include "tests/support/matchers.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::IsSupersetOf;

// Returns what the line becomes with each completion.
std::vector<std::string> lines_of(const std::string& before, const std::string& behind = "",
                                  std::size_t limit = 100) {
    std::vector<std::string> lines;
    for (const Completion& one : press_searcher().complete(before + behind, before.size(), limit)) {
        EXPECT_EQ(one.end, before.size());
        EXPECT_LE(one.begin, one.end);
        lines.push_back(before.substr(0, one.begin) + one.text);
    }
    return lines;
}

TEST(Completion, GoesOnWithFields) {
    EXPECT_THAT(lines_of("comp"), ElementsAre("company:"));
    EXPECT_THAT(lines_of("fine +la"), ElementsAre("fine +lang:", "fine +law:"));
    EXPECT_THAT(lines_of("(so"), ElementsAre("(source:"));
    EXPECT_THAT(lines_of(""), IsSupersetOf({"company:", "date:", "cluster:", "title:"}));
    EXPECT_THAT(lines_of("passages"), IsEmpty());  // not for queries
    EXPECT_THAT(lines_of("cluster:"), ElementsAre("cluster:all"));
}

TEST(Completion, GoesOnWithEntitiesThatArticlesMention) {
    EXPECT_THAT(lines_of("company:ali"), ElementsAre("company:alibaba"));
    EXPECT_THAT(lines_of("company:"), ElementsAre("company:alibaba", "company:huawei",
                                                  "company:didi", "company:tencent"));
    EXPECT_THAT(lines_of("entity:ja"), ElementsAre("entity:jack-ma"));
    EXPECT_THAT(lines_of("company:jack"), IsEmpty());
    EXPECT_THAT(lines_of("company:meit"), IsEmpty());  // known, but nowhere mentioned
    EXPECT_THAT(lines_of("company:(didi OR HUA"), ElementsAre("company:(didi OR huawei"));
}

TEST(Completion, KnowsNamesInEveryLanguage) {
    EXPECT_THAT(lines_of("person:\"jack m"), ElementsAre("person:\"Jack Ma\""));
    EXPECT_THAT(lines_of("person:ma-y"), ElementsAre("person:\"Ma Yun\""));
    EXPECT_THAT(lines_of("person:mayu"), ElementsAre("person:\"Ma Yun\""));
    EXPECT_THAT(lines_of("company:阿里巴"), ElementsAre("company:阿里巴巴"));
    EXPECT_THAT(lines_of("company:騰"), ElementsAre("company:腾讯"));
    // A name that has other meanings too gives way to the id.
    EXPECT_THAT(lines_of("company:阿"), ElementsAre("company:阿里巴巴"));
    EXPECT_THAT(lines_of("company:baba"), ElementsAre("company:alibaba"));
}

TEST(Completion, FindsNamesAmongWords) {
    EXPECT_THAT(lines_of("fine jack m"), ElementsAre("fine Jack Ma"));
    EXPECT_THAT(lines_of("Jack "), ElementsAre("Jack Ma"));
    EXPECT_THAT(lines_of("\"jack m"), ElementsAre("\"Jack Ma\""));
    EXPECT_THAT(lines_of("Ali"), ElementsAre("Alibaba Group", "Alibaba antitrust fine"));
    EXPECT_THAT(lines_of("fine 阿里巴"), ElementsAre("fine 阿里巴巴", "fine 阿里巴巴反垄断罚款"));
    EXPECT_THAT(lines_of("zzz"), IsEmpty());
}

TEST(Completion, GoesOnWithValuesOfTheIndex) {
    EXPECT_THAT(lines_of("source:del"), ElementsAre("source:delta"));
    EXPECT_THAT(lines_of("source:\"Delta d"),
                ElementsAre("source:\"Delta daily", "source:\"Delta delta"));
    EXPECT_THAT(lines_of("type:reg"), ElementsAre("type:regulator"));
    EXPECT_THAT(lines_of("type:zzz"), IsEmpty());
    EXPECT_THAT(lines_of("lang:"), Contains("lang:en"));
    EXPECT_THAT(lines_of("date:20"), IsEmpty());
}

TEST(Completion, OfTheMostMentionedComeFirstAndAreBounded) {
    const auto all = press_searcher().complete("entity:", 7, 100);
    ASSERT_GT(all.size(), 3U);
    EXPECT_EQ(all.front().text, "alibaba");
    EXPECT_EQ(all.front().name, "Alibaba Group");
    for (std::size_t i = 1; i < all.size(); ++i) {
        EXPECT_GE(all[i - 1].articles, all[i].articles);
    }
    EXPECT_EQ(lines_of("entity:", "", 2).size(), 2U);
    EXPECT_EQ(lines_of("entity:", "", 0).size(), 0U);
}

TEST(Completion, LooksAtWhatStandsBeforeTheCursor) {
    EXPECT_THAT(lines_of("company:ali", " date:2021"), ElementsAre("company:alibaba"));
    EXPECT_THAT(lines_of("comp", "any:didi"), ElementsAre("company:"));
    EXPECT_EQ(press_searcher().complete("comp", 1000, 10).size(), 1U);
}

// Each completion, taken as a value, is understood without a warning and finds as much as it says.
TEST(Completion, IsWhatTheSearchUnderstands) {
    for (const std::string typed : {"company:", "person:ma", "person:\"", "regulator:"}) {
        const std::vector<std::string> lines = lines_of(typed);
        EXPECT_THAT(lines, Not(IsEmpty())) << typed;
        for (const std::string& line : lines) {
            const SearchResult result = press_searcher().search(request_for(line));
            EXPECT_THAT(result.warnings, IsEmpty()) << line;
            EXPECT_THAT(result.hits, Not(IsEmpty())) << line;
        }
    }
}

TEST(Completion, OfAnythingIsHarmless) {
    std::vector<std::string> lines = monstrous_queries();
    HostileQueries hostile(7);
    for (int i = 0; i < 200; ++i) lines.push_back(hostile.next());
    lines.insert(lines.end(), {"company:\xE8\x9A", "\xFF", std::string("com\0p", 5), "company:\"",
                               std::string(1'000'000, 'a'), std::string(5'000, '(')});
    for (const std::string& line : lines) {
        EXPECT_LE(press_searcher().complete(line, line.size(), 5).size(), 5U);
        EXPECT_LE(press_searcher().complete(line, line.size() / 2, 5).size(), 5U);
    }
}

TEST(Completion, MayBeAskedForByManyThreads) {
    const auto expected = lines_of("company:");
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int k = 0; k < 50; ++k) EXPECT_EQ(lines_of("company:"), expected);
        });
    }
    for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace sinodex
