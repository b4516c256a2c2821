// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/request/request.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/news.h"
#include "tests/support/expect_error.h"

namespace sinodex {
namespace {

using namespace testing;

Request decoded(std::string_view query_string) {
    return decode_request(values_of_query_string(query_string));
}

TEST(Request, IsDecodedFromNamesAndValues) {
    const Request request = decoded(
        "q=a&limit=20&unit=article&per-article=2&all-versions&expand=related&context=3&explain"
        "&since=r7&format=jsonl");
    EXPECT_EQ(request.search.query, "a");
    EXPECT_EQ(request.search.limit, 20U);
    EXPECT_EQ(request.search.unit, SearchUnit::article);
    EXPECT_EQ(request.search.per_article, 2U);
    EXPECT_FALSE(request.search.collapse);
    EXPECT_TRUE(request.search.expand.related);
    EXPECT_TRUE(request.search.expand.names);
    EXPECT_FALSE(request.search.expand.synonyms);
    EXPECT_EQ(request.search.context, 3U);
    EXPECT_TRUE(request.search.explain);
    EXPECT_EQ(request.since, "r7");
    EXPECT_EQ(request.format, ResultFormat::jsonl);
    EXPECT_EQ(request.view, View::passages);
}

TEST(Request, HasDefaults) {
    const Request request = decoded("");
    EXPECT_EQ(request.search.limit, 10U);
    EXPECT_EQ(request.search.unit, SearchUnit::passage);
    EXPECT_EQ(request.search.per_article, 3U);
    EXPECT_TRUE(request.search.collapse);
    EXPECT_TRUE(request.search.expand.spelling);
    EXPECT_TRUE(request.search.texts);
    EXPECT_FALSE(request.like);
    EXPECT_FALSE(request.since);
    EXPECT_EQ(decoded("like=a").search.unit, SearchUnit::article);
    EXPECT_EQ(decoded("like=a&unit=passage").search.unit, SearchUnit::passage);
}

TEST(Request, ForARunHasAllPassagesAndNoTexts) {
    const SearchRequest search = decoded("format=trec&per-article=2").search;
    EXPECT_FALSE(search.texts);
    EXPECT_TRUE(search.carried);
    EXPECT_EQ(search.per_article, 0U);
    EXPECT_FALSE(search.collapse);
}

struct Refused {
    const char* query_string;
    const char* words;
};

TEST(Request, IsRefusedWhereItsPartsMeanNothingTogether) {
    for (const Refused& refused : std::vector<Refused>{
             {"by=mentioned", "by has no meaning with view=passages"},
             {"by=mentioned", "it is for view=timeline"},
             {"top=3", "it is for view=facets and view=related"},
             {"view=facets&limit=3", "limit has no meaning with view=facets"},
             {"view=timeline&unit=article", "views count articles"},
             {"view=figures&unit=article", "figures are of passages"},
             {"view=related&format=trec", "format=trec has no meaning with view=related"},
             {"view=facets&format=bibtex", "use text, json, jsonl or csv"},
             {"like=a&view=facets", "like and view exclude each other"},
             {"context=101", "context: 101 is not a number from 0 to 100"},
         }) {
        expect_error(ErrorKind::usage, refused.words, [&] { decoded(refused.query_string); });
    }
}

TEST(Request, IsAnsweredByItsView) {
    const Searcher searcher(news_database().path());
    const auto answer = [&](std::string_view text) {
        return answer_request(searcher, decoded(text));
    };
    EXPECT_FALSE(std::get<SearchResult>(answer("q=Alibaba")).hits.empty());
    EXPECT_GT(std::get<Facets>(answer("q=Alibaba&view=facets")).matches.articles, 0U);
    EXPECT_GT(std::get<Timeline>(answer("q=Alibaba&view=timeline")).matches.articles, 0U);
    EXPECT_GT(std::get<RelatedEntities>(answer("q=Alibaba&view=related")).matches.articles, 0U);
    EXPECT_EQ(std::get<Figures>(answer("q=unheardof&view=figures")).found, 0U);
    EXPECT_TRUE(std::get<SearchResult>(answer("q=Alibaba&since=r1")).hits.empty());
    expect_error(ErrorKind::query, "nowhere", [&] { answer("like=nowhere"); });
    expect_error(ErrorKind::usage, "r9", [&] { answer("q=a&since=r9"); });
}

TEST(Request, ThatIsCancelledOrLateEndsWithAnError) {
    const Searcher searcher(news_database().path());
    const SearchResult unbounded = searcher.search(decoded("q=Alibaba").search);
    for (const char* text :
         {"q=Alibaba", "q=Alibaba&unit=article", "q=\"equity+stakes\"", "q=Alibaba&view=facets",
          "q=Alibaba&view=timeline", "q=Alibaba&view=related", "q=Alibaba&view=figures"}) {
        Request late = decoded(text);
        late.search.deadline = std::chrono::steady_clock::now();
        expect_error(ErrorKind::interrupted, "time", [&] { answer_request(searcher, late); });
        Request cancelled = decoded(text);
        cancelled.search.cancelled = std::make_shared<std::atomic<bool>>(true);
        expect_error(ErrorKind::interrupted, "cancelled",
                     [&] { answer_request(searcher, cancelled); });
    }
    // The searcher is as good as before, and bounds that are not reached change nothing.
    Request in_time = decoded("q=Alibaba");
    in_time.search.deadline = std::chrono::steady_clock::now() + std::chrono::hours(1);
    in_time.search.cancelled = std::make_shared<std::atomic<bool>>(false);
    const SearchResult again = searcher.search(in_time.search);
    EXPECT_EQ(ids_of(again), ids_of(unbounded));
    EXPECT_EQ(again.articles, unbounded.articles);
}

}  // namespace
}  // namespace sinodex
