// SPDX-License-Identifier: GPL-2.0-or-later

// Only what is new: SearchRequest::since.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/api/facets.h"
#include "tests/searcher/news.h"
#include "tests/support/expect_error.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

// Enough of it to be a passage of its own.
std::string padded(const std::string& text) {
    std::string all = text;
    for (int i = 0; i < 6; ++i) {
        all += " Then follows a sentence about " + text.substr(0, 4) + std::to_string(i) + ".";
    }
    return all + "\n\n";
}

const std::string kFine = padded("Alibaba was fined by the regulator.");
const std::string kChips = padded("Chips of gallium were held at the port.");

// Revision 1: fine, weather. 2: fine has a second passage, and there is didi. 3: weather is other.
class Since : public ::testing::Test {
 protected:
    static const Searcher& searcher() {
        static const TemporaryFolder folder;
        static const Searcher searcher = [] {
            const std::string path = folder / "db";
            const NewsArticle fine{"fine", "A fine", kFine, "Wire", "Li Na", "2021-04-10", "en"};
            const NewsArticle weather{"weather", "Rain", padded("It rains on Alibaba."), "", "",
                                      "2020",    "en"};
            index_articles(path, {fine, weather});
            NewsArticle more = fine;
            more.text += kChips;
            const NewsArticle didi{"didi",
                                   "Didi and gallium",
                                   padded("Shares fell by 18 billion yuan on 4 July 2021."),
                                   "Daily",
                                   "Wu",
                                   "2021-07-04",
                                   "zh"};
            index_articles(path, {more, weather, didi});
            NewsArticle sun = weather;
            sun.text = padded("The sun shines on Tencent.");
            index_articles(path, {sun});
            return Searcher(path);
        }();
        return searcher;
    }
    static SearchResult search(const std::string& query, std::optional<std::uint32_t> since,
                               SearchUnit unit = SearchUnit::passage) {
        SearchRequest request;
        request.query = query;
        request.since = since;
        request.unit = unit;
        return searcher().search(request);
    }
    static std::vector<std::string> ids(const std::string& query,
                                        std::optional<std::uint32_t> since,
                                        SearchUnit unit = SearchUnit::passage) {
        return ids_of(search(query, since, unit));
    }
};

TEST_F(Since, FindsNewPassagesOnly) {
    EXPECT_THAT(ids("gallium", 1), UnorderedElementsAre("fine#1", "didi#0"));
    EXPECT_THAT(ids("gallium", 2), IsEmpty());
    EXPECT_THAT(ids("Tencent", 2), ElementsAre("weather#0"));
    EXPECT_THAT(ids("sun", 3), IsEmpty());
    EXPECT_EQ(ids("Alibaba gallium", 0), ids("Alibaba gallium", std::nullopt));
}

// The article was read anew, but what it says of Alibaba is old.
TEST_F(Since, LeavesOutAnArticleWhoseNewPassagesSayNothingOfTheQuery) {
    EXPECT_THAT(ids("Alibaba fined", std::nullopt), ::testing::Contains("fine#0"));
    EXPECT_THAT(ids("Alibaba fined", 1), IsEmpty());
    EXPECT_THAT(ids("Alibaba fined", 1, SearchUnit::article), IsEmpty());
}

TEST_F(Since, ShowsTheNewPassageOfAnArticle) {
    const SearchResult result = search("gallium port", 1, SearchUnit::article);
    ASSERT_FALSE(result.hits.empty());
    EXPECT_EQ(result.hits.front().id, "fine");
    EXPECT_EQ(result.hits.front().passage, 1U);
    EXPECT_EQ(result.articles, 2U);
    EXPECT_EQ(result.revision, 3U);
}

TEST_F(Since, GoesWithEveryFilter) {
    struct Case {
        const char* query;
        std::vector<std::string> ids;
    };
    for (const Case& one : std::vector<Case>{
             {"source:wire", {"fine#1"}},
             {"author:wu", {"didi#0"}},
             {"title:rain", {"weather#0"}},
             {"id:fine", {"fine#1"}},
             {"lang:zh", {"didi#0"}},
             {"date:2021-04", {"fine#1"}},
             {"date:..2020", {"weather#0"}},
             {"company:tencent", {"weather#0"}},
             {"company:alibaba", {"fine#1"}},
             {"type:regulator gallium", {}},
             {"amount:>10bn", {"didi#0"}},
             {"mentions:2021-07", {"didi#0"}},
             {"chips NEAR/3 gallium", {"fine#1"}},
             {"\"chips of gallium\"", {"fine#1"}},
             {"galli* -source:wire", {"didi#0"}},
             {"gallium^3 +chips", {"fine#1"}},
             {"gallium cluster:all -title:Didi", {"fine#1"}},
             {"(sun OR rain) date:2020", {"weather#0"}},
         }) {
        EXPECT_THAT(ids(one.query, 1), ::testing::UnorderedElementsAreArray(one.ids)) << one.query;
    }
}

TEST_F(Since, NeverLoosensPhrases) {
    EXPECT_TRUE(search("\"gallium chips\"", std::nullopt).relaxed);
    for (const std::uint32_t since : {0U, 1U}) {
        const SearchResult result = search("\"gallium chips\"", since);
        EXPECT_FALSE(result.relaxed);
        EXPECT_THAT(result.hits, IsEmpty());
    }
}

TEST_F(Since, NarrowsViewsToArticlesWithSomethingNew) {
    SearchRequest request;
    request.query = "Alibaba OR gallium OR sun";
    EXPECT_EQ(searcher().facets(request, 5).matches.articles, 3U);
    request.since = 2;
    EXPECT_EQ(searcher().facets(request, 5).matches.articles, 1U);
    request.since = 3;
    EXPECT_EQ(searcher().facets(request, 5).matches.articles, 0U);
}

TEST_F(Since, NamesRevisionsAndTimes) {
    EXPECT_EQ(searcher().revision(), 3U);
    EXPECT_EQ(searcher().revision_named("r0"), 0U);
    EXPECT_EQ(searcher().revision_named("r2"), 2U);
    for (const char* past : {"2021", "2021-04", "2021-04-10", "2021-04-10T08:00",
                             "2021-04-10T08:00:30", "2021-04-10T08:00Z"}) {
        EXPECT_EQ(searcher().revision_named(past), 0U) << past;
    }
    EXPECT_EQ(searcher().revision_named("2999-12-31"), 3U);
}

TEST_F(Since, RefusesWhatIsNeither) {
    for (const char* odd : {"", "r", "rx", "r1x", "r-1", "12", "soon", "2021-13", "2021-02-30",
                            "20210410", "2021-04-10T", "2021-04-10T24:00", "2021-04-10T08:60",
                            "2021-04-10T8:00", "2021T08:00", "2021-04-10 08:00", "R1"}) {
        expect_error(ErrorKind::usage, "neither a revision nor a time",
                     [&] { searcher().revision_named(odd); });
    }
    for (const char* future : {"r4", "r4294967295", "r99999999999999999999"}) {
        expect_error(ErrorKind::usage, "the database is only at revision r3",
                     [&] { searcher().revision_named(future); });
    }
}

}  // namespace
}  // namespace sinodex
