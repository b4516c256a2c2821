// SPDX-License-Identifier: GPL-2.0-or-later

// More on the subject of an article.

#include <gtest/gtest.h>

#include "tests/searcher/news.h"
#include "tests/support/expect_error.h"
#include "tests/support/matchers.h"

namespace sinodex {
namespace {

using namespace testing;

const std::string kCampus =
    "The ministry told universities to guard seismographs on every campus, and to report what the "
    "seismographs write about tremors below the campus. Students helped to carry the instruments "
    "through the rain while the dean watched them from a window of the old library. ";

const Searcher& liked_searcher() {
    static const TemporaryFolder folder;
    static const Searcher made = [] {
        std::vector<NewsArticle> articles{
            {"campus", "Seismographs on campus", kCampus + "It ended well.\n", "", "", "2021-01-01",
             "en"},
            {"copy", "Seismographs on campus", kCampus + "It ended well!\n", "", "", "2021-01-02",
             "en"},
            {"tremors", "", "Tremors were seen by seismographs in the hills of Sichuan.\n", "", "",
             "2021-02-01", "en"},
            {"library", "", "A library in the hills bought instruments for its window.\n", "", "",
             "2022-02-01", "en"},
            {"fine", "", "Alibaba was fined by the market regulator.\n", "", "", "2021-04-10",
             "en"},
            {"probe", "", "Ant Group, an affiliate, and Taobao wait for the outcome.\n", "", "",
             "2021-04-11", "en"},
            {"taobao", "", "淘宝商家等待结果。阿里巴巴没有回应。\n", "", "", "2021-04-11",
             "zh-Hans"}};
        for (int i = 0; i < 8; ++i) {
            articles.push_back({"filler" + std::to_string(i), "",
                                "Gold number " + std::to_string(i) + " fell, silver rose.\n", "",
                                "", "", "en"});
        }
        index_articles(folder / "db", articles);
        return Searcher(folder / "db");
    }();
    return made;
}

std::vector<std::string> like(const std::string& id, const std::string& filter = "",
                              SearchUnit unit = SearchUnit::article) {
    SearchRequest request;
    request.query = filter;
    request.unit = unit;
    return ids_of(liked_searcher().more_like(id, request));
}

TEST(MoreLike, FindsTheSubjectWithoutItsStory) {
    EXPECT_THAT(like("campus"), ElementsAre("library", "tremors"));
    EXPECT_THAT(like("tremors"), Not(Contains("tremors")));
}

TEST(MoreLike, TakesAPassage) {
    EXPECT_THAT(like("campus#0"), ElementsAre("library", "tremors"));
    EXPECT_THAT(like("campus#0", "", SearchUnit::passage), ElementsAre("library#0", "tremors#0"));
}

TEST(MoreLike, KnowsEntitiesByTheirOtherNames) { EXPECT_THAT(like("fine"), Contains("taobao")); }

TEST(MoreLike, KeepsWhatSatisfiesTheFilter) {
    EXPECT_THAT(like("campus", "hills"), ElementsAre("library", "tremors"));
    EXPECT_THAT(like("campus", "hills Sichuan"), ElementsAre("tremors"));
    EXPECT_THAT(like("campus", "date:2022"), ElementsAre("library"));
    EXPECT_THAT(like("campus", "-seismographs"), ElementsAre("library"));
    EXPECT_THAT(like("campus", "unicorns"), IsEmpty());
    EXPECT_THAT(like("campus", "\"hills of Sichuan\""), ElementsAre("tremors"));
}

TEST(MoreLike, RefusesAnIdThatIsNotThere) {
    for (const char* id : {"", "nobody", "campus#99", "campus#", "campus#x", "#0"}) {
        expect_error(ErrorKind::query, "no article or passage has this id", [&] { like(id); });
    }
}

}  // namespace
}  // namespace sinodex
