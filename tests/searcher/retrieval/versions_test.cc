// SPDX-License-Identifier: GPL-2.0-or-later

// A story that very many articles tell: a hit names some of its versions and counts the others, an
// article lists all, and the best-written one of those that are found stands for it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/news.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr std::size_t kStoryVersions = 60;

std::string version_id(std::size_t i) { return "copy" + std::to_string(100 + i); }

// The first one is the oldest; the others have no date and are ordered by their ids.
std::vector<NewsArticle> story_and_another() {
    std::vector<NewsArticle> articles;
    for (std::size_t i = 0; i < kStoryVersions; ++i) {
        const std::string text =
            "The lantern makers of the old town have asked the mayor for a hall of their own, "
            "since "
            "rain spoils the paper before it is dry. He answered that the former customs house "
            "stands empty and needs little but a roof. A builder was asked what that would cost, "
            "and whether it can be done before the festival. Edition " +
            std::to_string(1000 + i) + ".\n";
        articles.push_back({version_id(i), "", text, "", "", i == 0 ? "2021-04-10" : "", "en"});
    }
    articles.push_back(
        {"other", "", "A lantern hung over the door of the inn.\n", "", "", "", "en"});
    return articles;
}

class ManyVersions : public ::testing::Test {
 protected:
    ManyVersions() : searcher_(opened()) {}

    SearchResult found(const std::string& query) const {
        SearchRequest request;
        request.query = query;
        return searcher_.search(request);
    }

    SearchHit only_hit(const std::string& query) const {
        const SearchResult result = found(query);
        EXPECT_EQ(result.hits.size(), 1U) << query;
        return result.hits.at(0);
    }

    Searcher opened() {
        index_articles(folder_ / "db", story_and_another());
        return Searcher(folder_ / "db");
    }

    TemporaryFolder folder_;
    Searcher searcher_;
};

std::vector<std::string> first_ids(std::size_t count) {
    std::vector<std::string> ids;
    for (std::size_t i = 1; i <= count; ++i) ids.push_back(version_id(i));
    return ids;
}

TEST_F(ManyVersions, AreOneHitThatSaysHowManyThereAre) {
    const SearchResult result = found("lantern");
    ASSERT_EQ(result.hits.size(), 2U);
    for (const SearchHit& hit : result.hits) {
        if (hit.article.id == "other") {
            EXPECT_THAT(hit.versions, IsEmpty());
            EXPECT_EQ(hit.more_versions, 0U);
        } else {
            EXPECT_EQ(hit.article.id, version_id(0));
            EXPECT_EQ(hit.versions, first_ids(kMostVersions));
            EXPECT_EQ(hit.more_versions, kStoryVersions - 1 - kMostVersions);
        }
    }
}

TEST_F(ManyVersions, AreNamedWhereAPassageAndAQuotationAre) {
    const SearchHit passage = searcher_.passage(version_id(0) + "#0");
    EXPECT_EQ(passage.versions, first_ids(kMostVersions));
    EXPECT_EQ(passage.more_versions, kStoryVersions - 1 - kMostVersions);
    const Verification quoted = searcher_.verify("the former customs house stands empty", 3);
    ASSERT_EQ(quoted.places.size(), 3U);
    for (const QuotedPlace& place : quoted.places) {
        EXPECT_EQ(place.hit.versions.size() + place.hit.more_versions, kStoryVersions - 1);
        EXPECT_THAT(place.hit.versions, Not(Contains(place.hit.article.id)));
    }
}

TEST_F(ManyVersions, AreAllListedWithAnArticle) {
    EXPECT_EQ(searcher_.article(version_id(0)).versions, first_ids(kStoryVersions - 1));
    EXPECT_EQ(searcher_.article(version_id(30)).versions.size(), kStoryVersions - 1);
    EXPECT_THAT(searcher_.article("other").versions, IsEmpty());
}

TEST_F(ManyVersions, AreAllFoundWhereTheyAreAskedFor) {
    EXPECT_EQ(search(searcher_, "lantern cluster:all", SearchUnit::article, 1000).hits.size(),
              kStoryVersions + 1);
}

// The one that stands for the story in other lists may not be among what is found.
TEST_F(ManyVersions, LeaveThePlaceToTheBestThatIsFound) {
    for (const std::size_t i : {0U, 1U, 31U, 59U}) {
        const SearchHit hit = only_hit("+" + std::to_string(1000 + i));
        EXPECT_EQ(hit.article.id, version_id(i));
        EXPECT_EQ(hit.versions.size() + hit.more_versions, kStoryVersions - 1);
    }
    EXPECT_EQ(only_hit("(1031 OR 1059 OR 1044)").article.id, version_id(31));
}

}  // namespace
}  // namespace sinodex
