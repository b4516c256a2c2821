// SPDX-License-Identifier: GPL-2.0-or-later

// The passages around a hit's.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/text/utf8.h"
#include "tests/searcher/news.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> texts(const std::vector<ContextPassage>& passages) {
    std::vector<std::string> texts;
    for (const ContextPassage& one : passages) texts.push_back(one.text);
    return texts;
}

SearchHit first_hit(const std::string& database, const std::string& query, std::uint32_t context,
                    SearchUnit unit = SearchUnit::passage) {
    SearchRequest request;
    request.query = query;
    request.context = context;
    request.unit = unit;
    return Searcher(database).search(request).hits.at(0);
}

class ContextTest : public ::testing::Test {
 protected:
    ContextTest() {
        index_passages(database_, {"One é came.", "Two.", "Three came in late.",
                                   "Four men went home at last.", "Five."});
    }

    TemporaryFolder folder_;
    std::string database_ = folder_ / "db";
};

TEST_F(ContextTest, IsGivenOnlyWhenAskedFor) {
    const SearchHit hit = first_hit(database_, "three", 0);
    EXPECT_THAT(hit.before, IsEmpty());
    EXPECT_THAT(hit.after, IsEmpty());
}

TEST_F(ContextTest, IsInTheOrderOfTheArticle) {
    for (const SearchUnit unit : {SearchUnit::passage, SearchUnit::article}) {
        const SearchHit hit = first_hit(database_, "four", 2, unit);
        EXPECT_THAT(texts(hit.before), ElementsAre("Two.", "Three came in late."));
        EXPECT_THAT(texts(hit.after), ElementsAre("Five."));
        EXPECT_EQ(hit.before[0].passage, 1U);
        EXPECT_EQ(hit.after[0].passage, 4U);
    }
}

TEST_F(ContextTest, EndsWithTheArticle) {
    const SearchHit hit = first_hit(database_, "one", 1000);
    EXPECT_THAT(hit.before, IsEmpty());
    EXPECT_EQ(hit.after.size(), 4U);
}

TEST_F(ContextTest, OfHitsWithoutTextsIsNotThere) {
    SearchRequest request;
    request.query = "three";
    request.context = 1;
    request.texts = false;
    EXPECT_THAT(Searcher(database_).search(request).hits.at(0).before, IsEmpty());
}

// An article of 300 kB is three documents of the database.
TEST(Context, CrossesTheBordersOfSections) {
    const NewsArticle article = long_article();
    const std::string database = news_database().path();
    const Searcher searcher(database);
    for (const char* query : {"\"paragraph 1500\"", "\"golden pheasant\""}) {
        const SearchHit hit = first_hit(database, query, 100'000);
        std::vector<ContextPassage> all = hit.before;
        const std::uint32_t points = count_code_points(hit.text);
        all.push_back({{hit.begin, hit.end, hit.begin_code_point, hit.begin_code_point + points},
                       hit.passage,
                       hit.text});
        all.insert(all.end(), hit.after.begin(), hit.after.end());
        std::uint32_t at = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            ASSERT_EQ(all[i].passage, i);
            ASSERT_GE(all[i].begin, at);
            ASSERT_EQ(all[i].text, article.text.substr(all[i].begin, all[i].end - all[i].begin));
            if (i % 100 == 0) {
                ASSERT_EQ(all[i].begin_code_point,
                          count_code_points(article.text.substr(0, all[i].begin)));
            }
            at = all[i].end;
        }
        EXPECT_GT(at, 280'000U);
    }
}

}  // namespace
}  // namespace sinodex
