// SPDX-License-Identifier: GPL-2.0-or-later

// Three shards that xapian-tcpsrv serves, searched as one, give what one index of the same articles
// gives, for fifty queries of each kind, in three round trips each at most.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iostream>
#include <map>

#include "indexer/indexer.h"
#include "tests/searcher/served_collection.h"
#include "tests/searcher/shard_queries.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;

ServedCollection& served() {
    static ServedCollection made;
    return made;
}

const Searcher& remote() {
    static const Searcher opened(served().places());
    return opened;
}

// Counts what each kind of question takes.
class CountedTrips {
 public:
    explicit CountedTrips(std::uint64_t most) : most_(most) {}
    ~CountedTrips() {
        for (const auto& [kind, counts] : counts_) {
            std::string text;
            for (const auto& [trips, times] : counts) {
                text += " " + std::to_string(times) + "x" + std::to_string(trips);
            }
            ::testing::Test::RecordProperty("round trips, " + kind, text);
            std::cout << "round trips, " << kind << ":" << text << '\n';
        }
    }
    void operator()(const std::string& what, const std::function<void()>& ask) {
        const std::uint64_t trips = served().round_trips_of(ask);
        EXPECT_LE(trips, most_) << what;
        ++counts_[what.substr(0, what.find_first_of(": "))][trips];
    }
    CountedTrips(const CountedTrips&) = delete;
    CountedTrips& operator=(const CountedTrips&) = delete;

 private:
    std::uint64_t most_;
    std::map<std::string, std::map<std::uint64_t, int>> counts_;
};

TEST(RemoteShards, RankAsOneIndexDoesInThreeRoundTrips) {
    ASSERT_TRUE(remote().missing_shards().empty());
    CountedTrips counted(3);
    expect_same_hits(remote(), std::ref(counted));
}

TEST(RemoteShards, HaveTheViewsOfOneIndexInThreeRoundTrips) {
    CountedTrips counted(3);
    expect_same_views(remote(), std::ref(counted));
}

TEST(RemoteShards, KnowArticlesAndQuotationsInTwoRoundTrips) {
    CountedTrips counted(2);
    expect_same_articles(remote(), std::ref(counted));
}

TEST(RemoteShards, CompleteWithoutAsking) {
    CountedTrips counted(0);
    expect_same_completions(remote(), std::ref(counted));
}

// Articles that score nothing are ordered by date and id, of which a server knows one at a time.
TEST(RemoteShards, OrderByDateWhatScoresNothing) {
    CountedTrips counted(2);
    for (const char* query : {"lang:en", "lang:zh", "date:2021..", "-China", "type:regulator"}) {
        for (const std::size_t limit : {1U, 5U, 40U, 200U}) {
            for (const SearchUnit unit : {SearchUnit::article, SearchUnit::passage}) {
                SearchRequest request;
                request.query = query;
                request.limit = limit;
                request.unit = unit;
                SearchResult other;
                counted(query, [&] { other = remote().search(request); });
                expect_equal(whole().search(request), other, query);
            }
        }
    }
}

// Of three shards, one or two in folders.
TEST(RemoteShards, AreSearchedBesideFolders) {
    std::vector<std::string> places = served().places();
    places[1] = shards().parts[1];
    const Searcher one_here(places);
    CountedTrips counted(3);
    expect_same_hits(one_here, std::ref(counted));
    expect_same_views(one_here, std::ref(counted));
    places[0] = shards().parts[0];
    const Searcher two_here(places);
    expect_same_hits(two_here);
    expect_same_articles(two_here);
    expect_same_completions(two_here);
}

TEST(RemoteShards, TakeTheirOutlinesOnce) {
    std::vector<std::uint64_t> before;
    for (const auto& proxy : served().proxies) before.push_back(proxy->bytes());
    const Searcher again(served().places());
    EXPECT_EQ(again.article_count(), whole().article_count());
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_LT(served().proxies[i]->bytes() - before[i], 500'000U);
    }
}

// The shipped articles in three shards with two revisions each, the second of every other file.
std::vector<std::string> shards_with_revisions(const TemporaryFolder& folder) {
    namespace fs = std::filesystem;
    std::vector<fs::path> files;
    const fs::path shipped = SINODEX_SOURCE_DIR "/corpus/articles";
    for (const auto& entry : fs::recursive_directory_iterator(shipped)) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> parts;
    for (int number = 1; number <= 3; ++number) parts.push_back(folder / std::to_string(number));
    for (std::size_t first = 0; first < 2; ++first) {
        for (std::size_t i = first; i < files.size(); i += 2) {
            const fs::path copy = fs::path(folder / "in") / fs::relative(files[i], shipped);
            fs::create_directories(copy.parent_path());
            fs::copy_file(files[i], copy);
        }
        for (std::size_t i = 0; i < parts.size(); ++i) {
            IndexOptions options;
            options.database = parts[i];
            options.shard = std::to_string(i + 1) + "/3";
            options.paths = {folder / "in"};
            options.optimize = true;
            index_documents(options);
        }
    }
    return parts;
}

// What is new since a revision, and what is of a time: as shards in folders tell.
TEST(RemoteShards, KnowWhatIsNewAndOfATime) {
    const TemporaryFolder folder;
    const std::vector<std::string> parts = shards_with_revisions(folder);
    const Searcher here(parts);
    const ServedCollection served(parts);
    const Searcher there(served.places());
    ASSERT_EQ(here.revision(), there.revision());
    ASSERT_GT(here.revision(), 1U);
    std::vector<std::size_t> found(here.revision() + 1);
    for (const char* query :
         {"China regulator", "\"artificial intelligence\" China", "+\"data security\"", "lang:en",
          "date:2021..", "date:2020..2022 Alibaba", "date:..2021 -\"data security\"", "regulatr",
          "mentions:2021 fine", "lang:zh date:2023", "+regulatr date:2019.."}) {
        for (std::uint32_t since = 0; since <= here.revision(); ++since) {
            for (const SearchUnit unit : {SearchUnit::article, SearchUnit::passage}) {
                SearchRequest request;
                request.query = query;
                request.since = since;
                request.unit = unit;
                request.limit = 40;
                const SearchResult one = here.search(request);
                found[since] += one.hits.size();
                SearchResult other;
                EXPECT_LE(served.round_trips_of([&] { other = there.search(request); }), 3U);
                SCOPED_TRACE("since " + std::to_string(since));
                expect_equal(one, other, query);
            }
            SearchRequest request;
            request.query = query;
            request.since = since;
            Facets facets;
            EXPECT_LE(served.round_trips_of([&] { facets = there.facets(request, 5); }), 3U);
            EXPECT_EQ(facets.matches.articles, here.facets(request, 5).matches.articles) << query;
        }
    }
    EXPECT_GT(found.front(), found[here.revision() - 1]);
    EXPECT_GT(found[here.revision() - 1], 0U);
    EXPECT_EQ(found.back(), 0U);
}

}  // namespace
}  // namespace sinodex
