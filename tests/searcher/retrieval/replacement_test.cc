// SPDX-License-Identifier: GPL-2.0-or-later

// Searching while the database is replaced or goes away.

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <set>
#include <thread>

#include "tests/searcher/news.h"
#include "tests/support/expect_error.h"

namespace sinodex {
namespace {

using namespace testing;

constexpr int kArticles = 12;

// Every article of a version says so.
void index_version(const std::string& database, int version) {
    std::vector<NewsArticle> articles;
    for (int i = 0; i < kArticles; ++i) {
        articles.push_back({"a" + std::to_string(i), "",
                            "Common words, all of version" + std::to_string(version) + ".\n", "",
                            "", "", "en"});
    }
    index_articles(database, articles);
}

// The version that a search sees. Expects it to be a whole one.
int version_seen(const Searcher& searcher) {
    const SearchResult result = search(searcher, "common", SearchUnit::passage, 100);
    EXPECT_EQ(result.hits.size(), std::size_t{kArticles});
    std::set<std::string> texts;
    for (const SearchHit& hit : result.hits) texts.insert(hit.text);
    EXPECT_EQ(texts.size(), 1U);
    if (texts.empty()) return -1;
    const std::string& text = *texts.begin();
    return std::stoi(text.substr(text.find("version") + 7));
}

TEST(Replacement, RefreshTurnsToTheNewestVersion) {
    const TemporaryFolder folder;
    index_version(folder / "db", 1);
    Searcher searcher(folder / "db");
    EXPECT_FALSE(searcher.refresh());
    index_version(folder / "db", 2);
    EXPECT_EQ(version_seen(searcher), 1);  // which its session has still open
    EXPECT_TRUE(searcher.refresh());
    EXPECT_FALSE(searcher.refresh());
    EXPECT_EQ(version_seen(searcher), 2);
    EXPECT_EQ(searcher.article_count(), std::uint64_t{kArticles});
}

// Threads search and refresh while versions come one after another. Every result is of one
// version, and no thread sees an older one after a newer one that it turned to by itself.
TEST(Replacement, SearchesUnderReplacementSeeWholeVersions) {
    constexpr int kVersions = 25;
    const TemporaryFolder folder;
    index_version(folder / "db", 1);
    Searcher searcher(folder / "db");
    std::atomic<bool> done = false;
    std::atomic<int> searches = 0;
    const auto hammer = [&](bool refreshes) {
        while (!done) {
            if (refreshes) searcher.refresh();
            EXPECT_GE(version_seen(searcher), 1);
            EXPECT_EQ(searcher.article_count(), std::uint64_t{kArticles});
            ++searches;
        }
    };
    std::thread reader(hammer, false);
    std::thread refresher(hammer, true);
    for (int version = 2; version <= kVersions; ++version) index_version(folder / "db", version);
    done = true;
    reader.join();
    refresher.join();
    EXPECT_GT(searches, 2);
    searcher.refresh();
    for (int i = 0; i < 10; ++i) EXPECT_EQ(version_seen(searcher), kVersions);
}

TEST(Replacement, ThreadsShareASearcher) {
    const Searcher searcher(news_database().path());
    const auto expected = ids_of(search(searcher, "alibaba stakes"));
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < 50; ++n)
                EXPECT_EQ(ids_of(search(searcher, "alibaba stakes")), expected);
        });
    }
    for (std::thread& thread : threads) thread.join();
}

TEST(Replacement, ADeletedDatabaseIsAnErrorAtTheLatestForTheNextSession) {
    const TemporaryFolder folder;
    index_version(folder / "db", 1);
    Searcher searcher(folder / "db");
    std::filesystem::remove_all(folder / "db");
    EXPECT_EQ(version_seen(searcher), 1);  // its files are still open
    expect_error(ErrorKind::database, "there is no Sinodex database here",
                 [&] { searcher.refresh(); });
    EXPECT_EQ(version_seen(searcher), 1);
    index_version(folder / "db", 2);
    searcher.refresh();
    EXPECT_GE(version_seen(searcher), 1);
}

TEST(Replacement, AMovedSearcherSearches) {
    Searcher first(news_database().path());
    Searcher second(std::move(first));
    first = Searcher(news_database().path());
    EXPECT_EQ(ids_of(search(first, "quantum")), ids_of(search(second, "quantum")));
}

}  // namespace
}  // namespace sinodex
