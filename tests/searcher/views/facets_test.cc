// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/api/facets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/views/press.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Facets facets_of(const std::string& query, std::size_t top = 100) {
    return press_searcher().facets(request_for(query), top);
}

// "alibaba 4" and so on; of a facet that is not there, nothing.
std::vector<std::string> values_of(const Facets& view, const std::string& name) {
    std::vector<std::string> lines;
    for (const Facet& facet : view.facets) {
        if (facet.name != name) continue;
        for (const FacetValue& value : facet.values) {
            lines.push_back(value.value + " " + std::to_string(value.articles));
        }
    }
    return lines;
}

const Facet& facet_of(const Facets& view, const std::string& name) {
    for (const Facet& facet : view.facets) {
        if (facet.name == name) return facet;
    }
    throw std::out_of_range(name);
}

TEST(Facets, CountEachStoryAndEachLongArticleOnce) {
    const Facets view = facets_of("Alibaba");
    EXPECT_EQ(view.matches.articles, 5U);
    EXPECT_TRUE(view.matches.complete);
    EXPECT_THAT(values_of(view, "company"),
                ElementsAre("alibaba 5", "didi 1", "huawei 1", "tencent 1"));
    EXPECT_THAT(values_of(view, "regulator"), ElementsAre("cac 1", "samr 1"));
    EXPECT_THAT(values_of(view, "person"), ElementsAre("jack-ma 1"));
}

TEST(Facets, CountWhatAnyVersionHas) {
    const Facets view = facets_of("Alibaba");
    EXPECT_THAT(values_of(view, "source"),
                ElementsAre("Delta Daily 2", "Copy House 1", "Pearl River Wire 1"));
    EXPECT_THAT(values_of(view, "author"), ElementsAre("Li Na 1", "Wang Fang 1"));
    EXPECT_THAT(values_of(view, "year"), ElementsAre("2021 2", "2019 1", "2023 1"));
}

TEST(Facets, CountEachVersionWhereStoriesAreNotCollapsed) {
    SearchRequest request = request_for("Alibaba");
    request.collapse = false;
    const Facets view = press_searcher().facets(request, 10);
    EXPECT_EQ(view.matches.articles, 6U);
    EXPECT_THAT(values_of(view, "regulator"), ElementsAre("samr 2", "cac 1"));
    EXPECT_THAT(values_of(view, "company"),
                ElementsAre("alibaba 6", "didi 1", "huawei 1", "tencent 1"));
}

TEST(Facets, HeedWhatTheQuerySaysOfVersions) {
    EXPECT_EQ(facets_of("Alibaba cluster:all").matches.articles, 6U);
    SearchRequest request = request_for("Alibaba cluster:one");
    request.collapse = false;
    const Facets view = press_searcher().facets(request, 10);
    EXPECT_EQ(view.matches.articles, 5U);
    EXPECT_THAT(values_of(view, "source"), ::testing::Contains("Copy House 1"))
        << "a version that was not visited";
}

TEST(Facets, SayHowManyArticlesHaveNone) {
    const Facets view = facets_of("Alibaba");
    EXPECT_EQ(facet_of(view, "company").without, 0U);
    EXPECT_EQ(facet_of(view, "person").without, 4U);
    EXPECT_EQ(facet_of(view, "source").without, 2U);
    EXPECT_EQ(facet_of(view, "year").without, 1U);
}

// Whatever is pasted into the query finds what was counted.
TEST(Facets, FiltersFindAsManyAsWereCounted) {
    for (const std::string query :
         {"Alibaba", "fined", "date:2021..", "Huawei OR Didi", "Alibaba Didi", "quantum weather"}) {
        const Facets view = facets_of(query);
        ASSERT_FALSE(view.facets.empty());
        for (const Facet& facet : view.facets) {
            for (const FacetValue& value : facet.values) {
                const std::string narrowed = "(" + query + ") " + value.filter;
                EXPECT_EQ(facets_of(narrowed).matches.articles, value.articles) << narrowed;
            }
        }
    }
}

TEST(Facets, KeepToTheSizeButKnowTheRest) {
    const Facets view = facets_of("Alibaba", 2);
    EXPECT_THAT(values_of(view, "company"), ElementsAre("alibaba 5", "didi 1"));
    EXPECT_EQ(facet_of(view, "company").distinct, 4U);
    const Facets none = facets_of("Alibaba", 0);
    EXPECT_THAT(values_of(none, "company"), IsEmpty());
    EXPECT_EQ(facet_of(none, "company").distinct, 4U);
}

TEST(Facets, NameEntitiesForPeople) {
    const FacetValue value = facet_of(facets_of("Didi"), "regulator").values.at(0);
    EXPECT_EQ(value.value, "cac");
    EXPECT_EQ(value.name, "Cyberspace Administration of China");
    EXPECT_EQ(value.filter, "regulator:cac");
    EXPECT_EQ(facet_of(facets_of("Didi"), "source").values.at(0).filter, "source:\"Delta Daily\"");
}

TEST(Facets, AreOfWhatMatchesOnly) {
    EXPECT_THAT(values_of(facets_of("date:2021-07"), "company"),
                ElementsAre("alibaba 1", "didi 1", "huawei 1"));
    EXPECT_THAT(values_of(facets_of("Alibaba -Didi"), "regulator"), ElementsAre("samr 1"));
    EXPECT_THAT(values_of(facets_of("\"lower the fees\""), "source"),
                ElementsAre("Copy House 1", "Pearl River Wire 1"));
}

struct CountedQuery {
    const char* query;
    Counted counted;
    std::uint64_t articles;
};

TEST(Facets, CountArticlesThatHoldEnoughOfTheQuery) {
    for (const auto& [query, counted, articles] : {
             CountedQuery{"Alibaba", Counted::matching, 5},
             CountedQuery{"Alibaba Didi", Counted::most_words, 1},
             CountedQuery{"Alibaba fine", Counted::most_words, 1},
             CountedQuery{"the Cyberspace Administration and Didi", Counted::most_words, 1},
             CountedQuery{"quantum weather", Counted::half_words, 2},
             CountedQuery{"quantum unicorns", Counted::matching, 1},
             CountedQuery{"Alibaba Didi date:2021-07", Counted::most_words, 1},
             CountedQuery{"Alibaba OR Huawei", Counted::matching, 6},
             CountedQuery{"+Alibaba Didi", Counted::matching, 5},
         }) {
        const Facets view = facets_of(query);
        EXPECT_EQ(view.matches.counted, counted) << query;
        EXPECT_EQ(view.matches.articles, articles) << query;
    }
}

TEST(Facets, OfNothingAreNone) {
    for (const char* query : {"unicorns", "", "，。", "company:tencent -comment"}) {
        const Facets view = facets_of(query);
        EXPECT_EQ(view.matches.articles, 0U) << query;
        EXPECT_THAT(view.facets, IsEmpty()) << query;
        EXPECT_THAT(view.matches.warnings, IsEmpty()) << query;
    }
}

TEST(Facets, DoNotLoosenAPhraseButSaySo) {
    const Facets view = facets_of("Alibaba \"golden goose\" -\"lead goose\"");
    EXPECT_EQ(view.matches.articles, 0U);
    ASSERT_EQ(view.matches.warnings.size(), 1U);
    const SearchWarning& warning = view.matches.warnings[0];
    EXPECT_EQ(view.matches.query.substr(warning.begin, warning.end - warning.begin),
              "\"golden goose\"");
}

}  // namespace
}  // namespace sinodex
