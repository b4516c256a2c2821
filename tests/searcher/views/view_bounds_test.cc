// SPDX-License-Identifier: GPL-2.0-or-later

// Checks what holds of every view: the bound, threads, any query.

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "searcher/api/facets.h"
#include "searcher/api/related.h"
#include "searcher/api/timeline.h"
#include "tests/searcher/hostile_queries.h"
#include "tests/searcher/views/press.h"

namespace sinodex {
namespace {

using namespace testing;

TEST(Views, SayWhenMoreMatchThanAreCounted) {
    std::vector<NewsArticle> articles;
    for (std::uint64_t i = 0; i <= kMostViewed; ++i) {
        articles.push_back({std::to_string(i), "", "Quantum " + std::to_string(i) + ".\n", "", "",
                            i == 0 ? "2021-07" : "2021-08", "en"});
    }
    const TemporaryFolder folder;
    index_articles(folder / "db", articles);
    const Searcher searcher(folder / "db");
    const Timeline all = searcher.timeline(request_for("quantum"), TimelineBy::published);
    EXPECT_FALSE(all.matches.complete);
    EXPECT_EQ(all.matches.articles, kMostViewed);
    const Timeline some =
        searcher.timeline(request_for("quantum date:2021-08"), TimelineBy::published);
    EXPECT_TRUE(some.matches.complete);
    EXPECT_EQ(some.matches.articles, kMostViewed);
    EXPECT_FALSE(searcher.facets(request_for("quantum"), 1).matches.complete);
    EXPECT_FALSE(searcher.related(request_for("quantum"), 1).matches.complete);
}

TEST(Views, AreMadeByManyThreadsAtOnce) {
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int j = 0; j < 5; ++j) {
                const SearchRequest request = request_for("Alibaba");
                const auto facets = press_searcher().facets(request, 3);
                const auto related = press_searcher().related(request, 3);
                if (facets.matches.articles != 5 || related.matches.articles != 5) ++wrong;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(wrong, 0);
}

TEST(Views, AnswerHostileQueries) {
    HostileQueries queries(9);
    for (int i = 0; i < 200; ++i) {
        const std::string query = queries.next();
        const Facets facets = press_searcher().facets(request_for(query), 3);
        const Timeline timeline =
            press_searcher().timeline(request_for(query), TimelineBy::mentioned);
        const RelatedEntities related = press_searcher().related(request_for(query), 3);
        ASSERT_EQ(facets.matches.articles, timeline.matches.articles) << query;
        ASSERT_EQ(facets.matches.articles, related.matches.articles) << query;
        ASSERT_LE(facets.matches.articles, 6U) << query;
        for (const SearchWarning& warning : facets.matches.warnings) {
            ASSERT_LE(warning.begin, warning.end) << query;
            ASSERT_LE(warning.end, facets.matches.query.size()) << query;
        }
    }
}

}  // namespace
}  // namespace sinodex
