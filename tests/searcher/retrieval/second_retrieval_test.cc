// SPDX-License-Identifier: GPL-2.0-or-later

// Checks what a second retrieval adds to a long list of articles.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/weighing.h"
#include "tests/searcher/news.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::Contains;
using ::testing::Not;

constexpr std::size_t kKept = 20;

// Reports of a strike, many recipes that are made in copper, and an article that says next to
// nothing of copper, but much of what the reports are about.
std::vector<NewsArticle> articles() {
    std::vector<NewsArticle> all;
    const auto add = [&](const std::string& id, const std::string& text) {
        all.push_back({id, "", text, "", "", "2021-05-01", "en"});
    };
    for (int i = 0; i < 25; ++i) {
        add("report" + std::to_string(i),
            "The copper strike at the smelter: miners of copper ore left their furnace number " +
                std::to_string(100 + i) + ", and the union of miners closed the smelter.");
    }
    for (int i = 0; i < 130; ++i) {
        add("recipe" + std::to_string(i),
            "In a copper bowl, on copper feet, whip cream with sugar, vanilla and lemon for cake " +
                std::to_string(300 + i) + " of our book.");
    }
    add("union",
        "Miners met. The union of miners wants the smelter and its furnace mended before the ore "
        "comes back, said the miners of the old furnace and the new smelter, where copper is made "
        "by those who have not left, and where others would like to return to in the summer.");
    return all;
}

std::vector<std::string> found(const std::string& database, const Weights& weights,
                               std::size_t limit) {
    return ids_of(
        search(Weighing::open(database, weights), "copper strike", SearchUnit::article, limit));
}

TEST(SecondRetrieval, FindsWhatTheBestArticlesAreAboutBehindTheFirst) {
    const TemporaryFolder folder;
    const std::string database = folder / "db";
    index_articles(database, articles());
    Weights once;
    once.expansion = 0;
    const auto before = found(database, once, 50);
    const auto after = found(database, {}, 50);
    ASSERT_EQ(before.size(), 50U);
    ASSERT_EQ(after.size(), 50U);
    EXPECT_THAT(before, Not(Contains("union"))) << "it says copper once";
    EXPECT_THAT(after, Contains("union"));
    const auto first = [](const std::vector<std::string>& ids) {
        return std::vector<std::string>(ids.begin(), ids.begin() + kKept);
    };
    EXPECT_EQ(first(after), first(before)) << "the first ones stay";
    EXPECT_EQ(found(database, {}, kKept), first(after)) << "a short list is their beginning";
    EXPECT_EQ(found(database, {}, 1000).size(), articles().size()) << "and none is lost";
}

}  // namespace
}  // namespace sinodex
