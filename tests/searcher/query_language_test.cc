// SPDX-License-Identifier: GPL-2.0-or-later

// Checks which articles a query finds that says more than words, phrases and fields.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/news.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::UnorderedElementsAreArray;

struct QueryCase {
    std::string query;
    std::vector<std::string> articles;
};

class QueryLanguageTest : public ::testing::Test {
 protected:
    static SearchResult find(const std::string& query, bool collapse = false) {
        static const Database database;
        SearchRequest request;
        request.query = query;
        request.unit = SearchUnit::article;
        request.collapse = collapse;
        static const Searcher searcher(database.path());
        return searcher.search(request);
    }
    static void expect_exactly(const std::vector<QueryCase>& cases) {
        for (const QueryCase& one : cases) {
            const SearchResult result = find(one.query);
            EXPECT_THAT(ids_of(result), UnorderedElementsAreArray(one.articles)) << one.query;
            EXPECT_FALSE(result.relaxed) << one.query;
        }
    }

 private:
    struct Database : TemporaryFolder {
        Database() {
            const std::string story =
                "The market regulator opened an inquiry into the ride-hailing firm on Monday, "
                "according to a notice that was published on its website in the evening.";
            const std::string filler =
                "Sales rose in every one of its lines of business, and profits did so as well; the "
                "year before both had fallen by much, as it had said in a long letter to all who "
                "hold its stock, in which it also gave reasons, and in which it hoped for more. "
                "Nobody knows whether it will come so, and nobody knows what else there is to do.";
            index_articles(
                path(),
                {
                    {"near", "Regulation of platforms", "Alibaba was told to pay a fine.",
                     "Pearl Wire", "Lina Chen", "2021-04-10", "en"},
                    {"far", "",
                     "Alibaba met one two three four five six seven officials. Fines fell.",
                     "Delta Daily", "Lin Wei", "2022-01-02", "en"},
                    {"apart", "",
                     filler + " It is Alibaba.\n\nA fine was paid by others. " + filler, "", "",
                     "2023-05-06", "en"},
                    {"golden", "", "The golden shares of the state, and a golden shareholder.", "",
                     "", "2020-01-01", "en"},
                    {"share", "", "Golden rules; the shares fell.", "", "", "", "en"},
                    {"chinese", "", "滴滴出行宣布将从纽约退市。", "", "", "2021-12-03", "zh-Hans"},
                    {"policy", "", "Regulatory policies of regulators.", "", "", "", "en"},
                    {"copy-a", "", story, "", "", "2021-01-01", "en"},
                    {"copy-b", "", story, "", "", "2021-01-02", "en"},
                });
        }
    };
};

TEST_F(QueryLanguageTest, NearHoldsWithinAPassageInAnyOrderAndForm) {
    expect_exactly({
        {"Alibaba NEAR/5 fine", {"near"}},
        {"fined NEAR/5 Alibaba", {"near"}},
    });
}

TEST_F(QueryLanguageTest, NearCountsThePositionsBetween) {
    // Between Alibaba and fine stand "was told to pay a", five; of the other, nine.
    expect_exactly({
        {"Alibaba NEAR/9 fine", {"near", "far"}},
        {"Alibaba NEAR/8 fine", {"near"}},
        {"Alibaba NEAR/50 fine", {"near", "far"}},
        {"Alibaba NEAR/5 told NEAR/5 fine", {"near"}},
        {"(Tencent OR Alibaba) NEAR/5 fine", {"near"}},
        {"(Tencent OR Didi OR 滴滴) NEAR/8 退市", {"chinese"}},
        {"退市 NEAR/9 滴滴", {"chinese"}},
        {"\"told to\" NEAR/2 fine", {"near"}},
        {"golden NEAR/7 golden", {"golden"}},
        {"(golden share) NEAR/3 state", {"golden"}},
        {"Alibaba -Alibaba NEAR/5 fine", {"far", "apart"}},
        {"Alibaba AND (fine NEAR/3 paid)", {"near", "apart"}},
        {"regulat* NEAR/1 platform", {"near"}},
    });
}

TEST_F(QueryLanguageTest, NearIsLoosenedWhenNothingMatches) {
    const SearchResult result = find("golden NEAR/1 Alibaba");
    EXPECT_TRUE(result.relaxed);
    EXPECT_THAT(ids_of(result),
                UnorderedElementsAreArray({"near", "far", "apart", "golden", "share"}));
    ASSERT_EQ(result.warnings.size(), 1U);
    EXPECT_EQ(result.warnings[0].message,
              "not found so near each other; searched for its words instead");
    EXPECT_EQ(result.warnings[0].end, 21U);
}

TEST_F(QueryLanguageTest, WhatStandsNearIsMarked) {
    const SearchResult result = find("+Alibaba NEAR/5 fine");
    ASSERT_EQ(result.hits.size(), 1U);
    std::vector<std::string> marked;
    for (const SearchHighlight& mark : result.hits[0].highlights) {
        EXPECT_EQ(mark.why, MatchRule::near);
        marked.push_back(
            result.hits[0].text.substr(mark.begin - result.hits[0].begin, mark.end - mark.begin));
    }
    EXPECT_THAT(marked, ElementsAre("Alibaba", "fine"));
}

TEST_F(QueryLanguageTest, BeginningsFindAllWordsThatBeginSo) {
    expect_exactly({
        {"regulat*", {"near", "policy", "copy-a", "copy-b"}},
        {"+regulatory*", {"policy"}},
        {"title:regulat*", {"near"}},
        {"author:lin*", {"near", "far"}},
        {"author:lina*", {"near"}},
        {"source:del*", {"far"}},
        {"policie*", {"policy"}},
        {"+\"golden shar*\"", {"golden"}},
        {"golden -share*", {}},
        {"golden -shareh*", {"share"}},
        {"滴*", {"chinese"}},
        {"zzz*", {}},
        {"+zzz* golden", {}},
        {"-zzz* +golden", {"golden", "share"}},
    });
}

TEST_F(QueryLanguageTest, BeginningsScoreAndAreMarked) {
    const SearchResult result = find("shareh*");
    ASSERT_EQ(result.hits.size(), 1U);
    EXPECT_GT(result.hits[0].score, 0);
    ASSERT_EQ(result.hits[0].highlights.size(), 1U);
    EXPECT_EQ(result.hits[0].highlights[0].why, MatchRule::prefix);
}

TEST_F(QueryLanguageTest, WeightsTurnTheOrder) {
    EXPECT_EQ(ids_of(find("policies^10 Alibaba^0.1")).front(), "policy");
    EXPECT_NE(ids_of(find("policies^0.1 Alibaba^10")).front(), "policy");
    EXPECT_GT(find("policies^3").hits[0].score, 2 * find("policies").hits[0].score);
    EXPECT_GT(find("policie*^3").hits[0].score, 2 * find("policie*").hits[0].score);
    EXPECT_EQ(find("policies^1").hits[0].score, find("policies").hits[0].score);
}

TEST_F(QueryLanguageTest, ListsOfValuesHold) {
    expect_exactly({
        {"source:(pearl OR delta)", {"near", "far"}},
        {"source:(pearl delta)", {"near", "far"}},
        {"lang:(zh OR fr)", {"chinese"}},
        {"date:(2020 OR 2022)", {"golden", "far"}},
        {"date:(2021 AND 2021-04)", {"near"}},
        {"Alibaba -source:(pearl OR delta)", {"apart"}},
        {"title:(regulation platforms)", {"near"}},
        {"title:(regulation unicorns)", {}},
    });
}

TEST_F(QueryLanguageTest, ClusterComesBeforeWhatTheRequestSays) {
    EXPECT_EQ(find("inquiry", true).hits.size(), 1U);
    EXPECT_EQ(find("inquiry cluster:all", true).hits.size(), 2U);
    EXPECT_EQ(find("inquiry", false).hits.size(), 2U);
    EXPECT_EQ(find("inquiry cluster:one", false).hits.size(), 1U);
}

}  // namespace
}  // namespace sinodex
