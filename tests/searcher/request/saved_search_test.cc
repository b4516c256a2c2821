// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/request/saved_search.h"

#include <gtest/gtest.h>

#include "searcher/request/request.h"
#include "tests/searcher/news.h"
#include "tests/support/expect_error.h"
#include "tests/support/matchers.h"

namespace sinodex {
namespace {

using namespace testing;

std::shared_ptr<const SavedWork> work() {
    return std::make_shared<const SavedWork>(read_saved_work(
        R"({"search":"ali","request":{"query":"Alibaba tag:news","unit":"article","limit":3}}
{"search":"months","request":{"query":"Didi","view":"timeline","by":"mentioned","expand":"none"}}
{"search":"odd","request":{"query":"Didi","limit":"many"}}
{"tag":"news","id":"fine#0"}
{"note":"look","id":"fine"}
)"));
}

Request decoded_search(std::string_view query_string) {
    return decode_request(values_of_query_string(query_string), work());
}

TEST(SavedSearch, IsAskedByItsName) {
    const Request request = decoded_search("saved=ali");
    EXPECT_EQ(request.search.query, "Alibaba tag:news");
    EXPECT_EQ(request.search.unit, SearchUnit::article);
    EXPECT_EQ(request.search.limit, 3U);
    EXPECT_EQ(decoded_search("saved=months").view, View::timeline);
    EXPECT_EQ(decoded_search("saved=months").by, TimelineBy::mentioned);
}

TEST(SavedSearch, GivesWayToWhatIsGiven) {
    const Request request = decoded_search("saved=ali&limit=7&unit=passage&format=jsonl");
    EXPECT_EQ(request.search.limit, 7U);
    EXPECT_EQ(request.search.unit, SearchUnit::passage);
    EXPECT_EQ(request.format, ResultFormat::jsonl);
    const Request other = decoded_search("saved=months&view=facets");
    EXPECT_EQ(other.view, View::facets);
    EXPECT_EQ(other.search.query, "Didi");
    EXPECT_FALSE(other.search.expand.names);
}

TEST(SavedSearch, IsRefused) {
    expect_error(ErrorKind::usage, "there is no saved search bob\nthere are ali, months, odd",
                 [] { decoded_search("saved=bob"); });
    expect_error(ErrorKind::usage, "saved and query exclude each other",
                 [] { decoded_search("saved=ali&q=x"); });
    expect_error(ErrorKind::usage, "saved and like exclude each other",
                 [] { decoded_search("saved=ali&like=fine"); });
    expect_error(ErrorKind::usage, "limit: many is not a number",
                 [] { decoded_search("saved=odd"); });
    expect_error(ErrorKind::usage, "there is no saved search x\nsave one",
                 [] { decode_request(values_of_query_string("saved=x")); });
    SavedWork unread;
    unread.problem = "f: Permission denied";
    expect_error(ErrorKind::input, "f: Permission denied", [&] {
        decode_request(values_of_query_string("saved=x"), std::make_shared<SavedWork>(unread));
    });
}

TEST(SavedSearch, IsKeptWithoutTheFormOfItsAnswers) {
    EXPECT_EQ(saved_search(values_of_query_string(
                  "q=Didi&unit=article&format=json&since=r1&explain&all-versions")),
              R"({"query":"Didi","unit":"article","all-versions":true})");
}

TEST(SavedSearch, TellsWhatTheUserHasSaid) {
    const Searcher searcher(news_database().path());
    const Answer answer = answer_request(searcher, decoded_search("saved=ali&unit=passage"));
    const std::vector<SearchHit>& hits = std::get<SearchResult>(answer).hits;
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].id, "fine#0");
    EXPECT_THAT(hits[0].tags, ElementsAre("news"));
    EXPECT_EQ(hits[0].note, "look");
    const Answer views = answer_request(searcher, decoded_search("saved=ali&view=facets"));
    EXPECT_EQ(std::get<Facets>(views).matches.articles, 1U);
}

}  // namespace
}  // namespace sinodex
