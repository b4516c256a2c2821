// SPDX-License-Identifier: GPL-2.0-or-later

// Long lists are whole, and their ends do not depend on the history of the database.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/searcher/news.h"
#include "tests/support/matchers.h"

namespace sinodex {
namespace {

using namespace testing;

std::vector<NewsArticle> copies(int count) {
    std::vector<NewsArticle> articles;
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(10000 + i);
        articles.push_back({"a" + number, "", "The lantern said number " + number + ".\n", "", "",
                            i % 2 == 0 ? "2021-04-10" : "", "en"});
    }
    return articles;
}

SearchResult list(const Searcher& searcher, const std::string& query, std::size_t limit,
                  SearchUnit unit) {
    SearchRequest request;
    request.query = query;
    request.limit = limit;
    request.unit = unit;
    request.collapse = false;
    request.texts = false;
    return searcher.search(request);
}

TEST(Listing, IsWholeWhenItsLimitIs) {
    const TemporaryFolder folder;
    index_articles(folder / "db", copies(1300));
    const Searcher searcher(folder / "db");
    for (const SearchUnit unit : {SearchUnit::passage, SearchUnit::article}) {
        for (const char* query : {"lantern", "\"the lantern\"", "lang:en"}) {
            const SearchResult result = list(searcher, query, 100'000, unit);
            EXPECT_EQ(result.hits.size(), 1300U) << query;
            EXPECT_TRUE(result.warnings.empty()) << query;
        }
    }
}

TEST(Listing, EndsTiesByIdWhateverCameFirst) {
    const TemporaryFolder folder;
    std::vector<NewsArticle> articles = copies(300);
    index_articles(folder / "forward", articles);
    std::reverse(articles.begin(), articles.end());
    index_articles(folder / "backward", articles);
    const Searcher forward(folder / "forward");
    const Searcher backward(folder / "backward");
    for (const SearchUnit unit : {SearchUnit::passage, SearchUnit::article}) {
        for (const char* query : {"lantern", "+lantern -10003", "lang:en", "date:2021", "said"}) {
            for (const std::size_t limit : {1U, 7U, 100U, 299U}) {
                EXPECT_EQ(ids_of(list(forward, query, limit, unit)),
                          ids_of(list(backward, query, limit, unit)))
                    << query << ' ' << limit;
            }
        }
    }
    EXPECT_EQ(list(backward, "lantern", 1, SearchUnit::article).hits.front().id, "a10000");
}

}  // namespace
}  // namespace sinodex
