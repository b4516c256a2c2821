// SPDX-License-Identifier: GPL-2.0-or-later

// tag:NAME in queries.

#include <gtest/gtest.h>

#include <set>

#include "searcher/query/parser.h"
#include "tests/searcher/news.h"
#include "tests/searcher/query/parse_cases.h"
#include "tests/support/matchers.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::IsSupersetOf;

const Searcher& searcher() {
    static const Searcher one(news_database().path());
    return one;
}

// "news" is on an article and on a passage; "long" on passages of the article of several sections,
// the first and one of the last.
std::shared_ptr<const TaggedIds> tags() {
    return std::make_shared<const TaggedIds>(TaggedIds{{"news", {"fine", "stakes#0"}},
                                                       {"long", {"long#0", "long#700"}},
                                                       {"first", {"long#0"}},
                                                       {"all of it", {"long"}},
                                                       {"gone", {"nowhere", "nowhere#3"}}});
}

SearchRequest request_for(const std::string& query) {
    SearchRequest request;
    request.query = query;
    request.limit = 100;
    request.collapse = false;
    request.tags = tags();
    return request;
}

std::set<std::string> found(const std::string& query, SearchUnit unit = SearchUnit::passage) {
    SearchRequest request = request_for(query);
    request.unit = unit;
    const std::vector<std::string> ids = ids_of(searcher().search(request));
    return {ids.begin(), ids.end()};
}

TEST(Tags, AreParsedAsFieldsAre) {
    expect_parsed({
        {"tag:x", "(list (tag x))"},
        {"a tag:x b", "(list (words a) (tag x) (words b))"},
        {"-tag:x +tag:y", "(list (excluded (tag x)) (required (tag y)))"},
        {"tag:\"to check\" a", "(list (tag to check) (words a))"},
        {"tag:(x OR y) a", "(list (any (tag x) (tag y)) (words a))"},
        {"(tag:x OR a)", "(list (any (tag x) (words a)))"},
        {"\"tag:x\"", "(list (phrase \"tag:x\"))"},
        {"tag:待查", "(list (tag 待查))"},
        {"tag:x^2", "(list (tag x^2))"},
        {"tag: x", "(list (words tag: x))"},
    });
}

TEST(Tags, FindWhatHasThem) {
    EXPECT_EQ(found("tag:news"), (std::set<std::string>{"fine#0", "stakes#0"}));
    EXPECT_EQ(found("tag:news Alibaba"), (std::set<std::string>{"fine#0", "stakes#0"}));
    EXPECT_EQ(found("tag:news gallium"), std::set<std::string>());
    EXPECT_EQ(found("+tag:news lang:en fined"), (std::set<std::string>{"fine#0"}));
    EXPECT_EQ(found("tag:long"), (std::set<std::string>{"long#0", "long#700"}));
    EXPECT_EQ(found("tag:long tag:first"), (std::set<std::string>{"long#0"}));
    EXPECT_EQ(found("tag:long -tag:first"), (std::set<std::string>{"long#700"}));
    EXPECT_EQ(found("tag:(news OR first)"),
              (std::set<std::string>{"fine#0", "stakes#0", "long#0"}));
    EXPECT_EQ(found("tag:\"all of it\" tag:first"), (std::set<std::string>{"long#0"}));
    EXPECT_EQ(found("tag:gone"), std::set<std::string>());
    EXPECT_EQ(found("tag:news", SearchUnit::article), (std::set<std::string>{"fine", "stakes"}));
    EXPECT_EQ(found("id:didi tag:news"), std::set<std::string>());
}

TEST(Tags, LeaveOutWhatHasThem) {
    const std::set<std::string> all = found("Alibaba");
    ASSERT_THAT(all, IsSupersetOf({"fine#0", "stakes#0", "undated#0"}));
    std::set<std::string> rest = all;
    rest.erase("fine#0");
    rest.erase("stakes#0");
    EXPECT_EQ(found("Alibaba -tag:news"), rest);
    EXPECT_EQ(found("Alibaba -tag:gone"), all);
    EXPECT_EQ(found("Alibaba NOT (tag:news OR tag:gone)"), rest);
    // An article of which one passage is tagged is left with its others.
    EXPECT_THAT(found("蚂蚁 -tag:long"), Contains("long#1"));
    EXPECT_THAT(found("蚂蚁 -tag:long"), Not(Contains("long#0")));
    EXPECT_THAT(found("蚂蚁 -tag:long", SearchUnit::article), Contains("long"));
    EXPECT_THAT(found("蚂蚁 -tag:\"all of it\"", SearchUnit::article), Not(Contains("long")));
    // A tag in an OR with other things is said of articles.
    EXPECT_THAT(found("(tag:news OR Didi)"), IsSupersetOf({"fine#0", "stakes#0", "didi#0"}));
}

TEST(Tags, ThatNothingHasAreWarnedOf) {
    for (const auto& known : {std::shared_ptr<const TaggedIds>(), tags()}) {
        SearchRequest request = request_for("Alibaba tag:unheard");
        request.tags = known;
        const SearchResult result = searcher().search(request);
        EXPECT_THAT(result.hits, IsEmpty());
        ASSERT_EQ(result.warnings.size(), 1U);
        EXPECT_EQ(result.warnings[0].message, "nothing has the tag unheard");
        EXPECT_EQ(result.warnings[0].begin, 8U);
        request.query = "Alibaba -tag:unheard";
        EXPECT_FALSE(searcher().search(request).hits.empty());
    }
}

TEST(Tags, NarrowViewsAndLikenessDown) {
    EXPECT_EQ(searcher().facets(request_for("tag:news"), 10).matches.articles, 2U);
    EXPECT_EQ(searcher().facets(request_for("tag:news -tag:news"), 10).matches.articles, 1U)
        << "a passage is not the article";
    EXPECT_EQ(searcher().timeline(request_for("tag:news fined"), {}).matches.articles, 1U);
    EXPECT_EQ(searcher().related(request_for("Alibaba tag:news"), 10).matches.articles, 2U);
    const Figures figures = searcher().figures(request_for("tag:news"), 10);
    EXPECT_GT(figures.found, 0U);
    for (const FigureGroup& group : figures.groups) {
        for (const FigureValue& value : group.values) {
            for (const Figure& figure : value.figures) {
                EXPECT_TRUE(figure.id == "fine#0" || figure.id == "stakes#0") << figure.id;
            }
        }
    }
    SearchRequest like = request_for("tag:news");
    like.unit = SearchUnit::article;
    EXPECT_EQ(ids_of(searcher().more_like("undated", like)),
              (std::vector<std::string>{"stakes", "fine"}));
}

TEST(Tags, AreExplainedByTheirNames) {
    SearchRequest request = request_for("tag:news Alibaba");
    request.explain = true;
    const SearchResult result = searcher().search(request);
    EXPECT_THAT(result.interpretation, HasSubstr("must hold: (all tag news"));
    EXPECT_THAT(result.interpretation, Not(HasSubstr("stakes")));
}

TEST(Tags, AreCompleted) {
    const auto completed = [](const std::string& line) {
        std::vector<std::string> texts;
        for (const Completion& one : searcher().complete(line, line.size(), 10, request_for(""))) {
            texts.push_back(one.text);
        }
        return texts;
    };
    EXPECT_THAT(completed("ta"), ElementsAre("tag:"));
    EXPECT_THAT(completed("fine tag:f"), ElementsAre("first"));
    EXPECT_THAT(completed("tag:a"), ElementsAre("\"all of it\""));
    EXPECT_THAT(completed("tag:\"all o"), ElementsAre("all of it\""));
    EXPECT_THAT(completed("tag:x"), IsEmpty());
    EXPECT_TRUE(searcher().complete("tag:", 4, 10).empty());
}

TEST(Tags, OfManyIdsAreAsGood) {
    TaggedIds many;
    for (int i = 0; i < 5'000; ++i) many["x"].push_back("no article " + std::to_string(i));
    many["x"].push_back("didi#0");
    std::sort(many["x"].begin(), many["x"].end());
    SearchRequest request = request_for("tag:x");
    request.tags = std::make_shared<const TaggedIds>(many);
    EXPECT_THAT(ids_of(searcher().search(request)), ElementsAre("didi#0"));
    EXPECT_EQ(searcher().search(request).articles, 1U);
    SearchRequest few = request_for("Alibaba -tag:didi");
    few.tags = std::make_shared<const TaggedIds>(TaggedIds{{"didi", {"didi#0", "fine"}}});
    many["x"].back() = "fine";
    std::sort(many["x"].begin(), many["x"].end());
    many["x"].push_back("undated#7");
    request.query = "Alibaba -tag:x";
    request.tags = std::make_shared<const TaggedIds>(many);
    EXPECT_EQ(ids_of(searcher().search(request)), ids_of(searcher().search(few)));
}

}  // namespace
}  // namespace sinodex
