// SPDX-License-Identifier: GPL-2.0-or-later

// Checks what a search returns.

#include "searcher/searcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

#include "corpus/text/utf8.h"
#include "searcher/rendering/json.h"
#include "tests/searcher/hostile_queries.h"
#include "tests/searcher/news.h"
#include "tests/support/expect_error.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::ElementsAre;

bool is_boundary(const std::string& text, std::size_t at) {
    return at <= text.size() &&
           (at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80);
}

void expect_sound(const SearchHit& hit, const std::string& text) {
    ASSERT_LE(hit.begin, hit.end);
    ASSERT_LE(hit.end, text.size());
    ASSERT_TRUE(is_boundary(text, hit.begin) && is_boundary(text, hit.end));
    ASSERT_EQ(hit.text, text.substr(hit.begin, hit.end - hit.begin));
    ASSERT_EQ(hit.begin_code_point, count_code_points(text.substr(0, hit.begin)));
    std::uint32_t at = hit.begin;
    for (const SearchHighlight& mark : hit.highlights) {
        ASSERT_GE(mark.begin, at);
        ASSERT_LT(mark.begin, mark.end);
        ASSERT_LE(mark.end, hit.end);
        ASSERT_TRUE(is_boundary(text, mark.begin) && is_boundary(text, mark.end));
        at = mark.end;
    }
}

void expect_sound(const SearchResult& result, const SearchRequest& request) {
    ASSERT_LE(result.hits.size(), request.limit);
    std::set<std::string> ids;
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
        const SearchHit& hit = result.hits[i];
        ASSERT_EQ(hit.rank, i + 1);
        ASSERT_TRUE(ids.insert(hit.id).second) << hit.id;
        ASSERT_TRUE(i == 0 || hit.score <= result.hits[i - 1].score);
        ASSERT_EQ(hit.id, request.unit == SearchUnit::article
                              ? hit.article.id
                              : hit.article.id + "#" + std::to_string(hit.passage));
        ASSERT_NO_FATAL_FAILURE(expect_sound(hit, news_database().text_of(hit.article.id)));
    }
    for (const SearchWarning& warning : result.warnings) {
        ASSERT_LE(warning.begin, warning.end);
        ASSERT_LE(warning.end, result.query.size());
    }
}

void expect_sound(const Searcher& searcher, const std::string& query, bool whole) {
    SearchRequest request;
    request.query = query;
    request.unit = whole ? SearchUnit::article : SearchUnit::passage;
    request.limit = 20;
    request.explain = query.size() % 2 == 0;
    SearchResult result;
    ASSERT_NO_THROW(result = searcher.search(request)) << query;
    ASSERT_NO_FATAL_FAILURE(expect_sound(result, request)) << query;
}

TEST(Searcher, ReturnsSoundHitsForThreeThousandHostileQueries) {
    const Searcher searcher(news_database().path());
    HostileQueries queries(3);
    for (int i = 0; i < 3000; ++i) {
        ASSERT_NO_FATAL_FAILURE(expect_sound(searcher, queries.next(), i % 2 == 0));
    }
}

TEST(Searcher, AnswersMonsters) {
    const Searcher searcher(news_database().path());
    for (const std::string& query : monstrous_queries()) {
        EXPECT_NO_FATAL_FAILURE(expect_sound(searcher, query, false));
        EXPECT_NO_FATAL_FAILURE(expect_sound(searcher, query, true));
    }
}

std::string marked(const SearchHit& hit) {
    std::string line;
    for (const SearchHighlight& mark : hit.highlights) {
        line += hit.text.substr(mark.begin - hit.begin, mark.end - mark.begin);
        line += "=" + std::string(info(mark.why).name) + " ";
    }
    return line;
}

TEST(Searcher, SaysWhereAndWhyAPassageMatches) {
    const Searcher searcher(news_database().path());
    struct Case {
        std::string query, id, marks;
    };
    for (const Case& one : std::vector<Case>{
             {"fine alibaba", "fine#0", "fined=stem Alibaba=exact "},
             {"\"equity stakes\" alibaba", "stakes#0", "equity stakes=phrase Alibaba=exact "},
             {"stake", "stakes#0", "equity=synonym stakes=stem "},
             {"螞蟻集團", "mayi#0", "蚂蚁集团=exact 蚂蚁集团=exact "},
             {"1 percent", "stakes#0", "1%=amount "},
         }) {
        for (const SearchHit& hit : search(searcher, one.query).hits) {
            if (hit.id == one.id) {
                EXPECT_EQ(marked(hit), one.marks) << one.query;
            }
        }
        EXPECT_THAT(ids_of(search(searcher, one.query)), ::testing::Contains(one.id)) << one.query;
    }
}

TEST(Searcher, KnowsItsArticles) {
    const Searcher searcher(news_database().path());
    const SearchHit hit = search(searcher, "id:stakes").hits.at(0);
    EXPECT_EQ(hit.article.id, "stakes");
    EXPECT_EQ(hit.article.title, "Golden shares");
    EXPECT_EQ(hit.article.source, "Delta Daily");
    EXPECT_EQ(hit.article.author, "Wang Fang");
    EXPECT_EQ(hit.article.date, "2023-01");
    EXPECT_EQ(hit.article.lang, "en");
    EXPECT_EQ(hit.article.url, "");
}

TEST(Searcher, QuotesFromTheLaterSectionsOfALongArticle) {
    const Searcher searcher(news_database().path());
    const SearchHit hit = search(searcher, "\"golden pheasant\"").hits.at(0);
    EXPECT_NE(hit.text.find("golden pheasant"), std::string::npos);
    EXPECT_GT(hit.begin, 128U * 1024);
    EXPECT_LT(hit.begin_code_point, hit.begin);
    expect_sound(hit, news_database().text_of("long"));
}

TEST(Searcher, EndsTiesInTheOrderOfIds) {
    const Searcher searcher(news_database().path());
    EXPECT_THAT(ids_of(search(searcher, "quantum chips")),
                ElementsAre("tie-a#0", "tie-b#0", "tie-c#0"));
    EXPECT_THAT(ids_of(search(searcher, "quantum", SearchUnit::article)),
                ElementsAre("tie-a", "tie-b", "tie-c"));
    EXPECT_THAT(ids_of(search(searcher, "quantum", SearchUnit::article, 2)),
                ElementsAre("tie-a", "tie-b"));
}

TEST(Searcher, GivesTheFirstHitsOfALongerListForASmallerLimit) {
    const Searcher searcher(news_database().path());
    for (const SearchUnit unit : {SearchUnit::passage, SearchUnit::article}) {
        std::vector<std::string> all = ids_of(search(searcher, "alibaba state 蚂蚁", unit, 30));
        all.resize(3);
        EXPECT_EQ(ids_of(search(searcher, "alibaba state 蚂蚁", unit, 3)), all);
    }
}

TEST(Searcher, TakesAnyLimit) {
    const Searcher searcher(news_database().path());
    const SearchResult none = search(searcher, "\"equity stakes\" alibaba", SearchUnit::passage, 0);
    EXPECT_TRUE(none.hits.empty());
    EXPECT_TRUE(none.warnings.empty());
    EXPECT_EQ(search(searcher, "quantum", SearchUnit::article, 1'000'000).hits.size(), 3U);
    EXPECT_GT(search(searcher, "paragraph", SearchUnit::passage, 1'000'000).hits.size(), 300U);
}

TEST(Searcher, LeavesTextsAwayWhenTheyAreNotWanted) {
    const Searcher searcher(news_database().path());
    for (const SearchUnit unit : {SearchUnit::passage, SearchUnit::article}) {
        SearchRequest request;
        request.query = "alibaba stakes";
        request.unit = unit;
        const SearchResult with = searcher.search(request);
        request.texts = false;
        const SearchResult without = searcher.search(request);
        EXPECT_EQ(ids_of(without), ids_of(with));
        for (const SearchHit& hit : without.hits) EXPECT_EQ(hit.text + hit.article.title, "");
    }
}

TEST(Searcher, TakesAPlainQueryForNothingButWords) {
    const Searcher searcher(news_database().path());
    SearchRequest request;
    request.query = "NOT (didi OR \"planner of";
    request.unit = SearchUnit::article;
    request.syntax = QuerySyntax::plain;
    const SearchResult result = searcher.search(request);
    EXPECT_TRUE(result.warnings.empty());
    const std::vector<std::string> ids = ids_of(result);
    for (const char* id : {"didi", "planner"}) {
        EXPECT_NE(std::find(ids.begin(), ids.end(), id), ids.end()) << id;
    }
}

TEST(Searcher, KeepsTheMostTellingWordsOfALongText) {
    const Searcher searcher(news_database().path());
    std::string text;
    for (int i = 0; i < 60; ++i) text += "Alibaba and Didi have stakes in ";
    const SearchResult result = search(searcher, text + "a golden pheasant");
    EXPECT_EQ(result.query, "Alibaba Didi stakes golden pheasant");
    ASSERT_EQ(result.warnings.size(), 1U);
    EXPECT_EQ(result.warnings[0].message,
              "the query is longer than 1024 bytes; only its most telling words were searched for");
}

TEST(Searcher, ReturnsPassagesWithoutAWordOfTheQueryOnlyWhenAsked) {
    const Searcher searcher(news_database().path());
    SearchRequest request;
    request.query = "involved paragraph";
    request.limit = 10'000;
    const SearchResult matching = searcher.search(request);
    for (const SearchHit& hit : matching.hits) EXPECT_FALSE(hit.highlights.empty()) << hit.id;
    request.query = "+\"golden pheasant\"";
    EXPECT_EQ(searcher.search(request).hits.size(), 1U);
    request.carried = true;
    EXPECT_GT(searcher.search(request).hits.size(), 1U);
}

TEST(Searcher, ExplainsWhenAsked) {
    const Searcher searcher(news_database().path());
    SearchRequest request;
    request.query = "alibaba stakes";
    request.explain = true;
    const SearchResult result = searcher.search(request);
    EXPECT_FALSE(result.stages.empty());
    for (const SearchHit& hit : result.hits) EXPECT_FALSE(hit.parts.empty());
    EXPECT_TRUE(search(searcher, "alibaba").stages.empty());
}

TEST(Searcher, TellsWhatWordsNameWhenAskedToExplain) {
    const Searcher searcher(news_database().path());
    SearchRequest request;
    request.query = "fine alibaba 18.2bn yuan";
    request.explain = true;
    const std::vector<UnderstoodPart> parts = searcher.search(request).understood;
    const auto find = [&](MatchRule why) {
        return std::find_if(parts.begin(), parts.end(),
                            [&](const UnderstoodPart& part) { return part.why == why; });
    };
    const auto synonym = find(MatchRule::synonym);
    const auto entity = find(MatchRule::entity);
    const auto amount = find(MatchRule::amount);
    ASSERT_TRUE(synonym < entity && entity < amount && amount != parts.end());
    EXPECT_FALSE(synonym->words.empty());
    ASSERT_EQ(entity->entities.size(), 1U);
    EXPECT_EQ(entity->entities[0].name, "Alibaba Group");
    EXPECT_EQ(entity->entities[0].type, "company");
    EXPECT_EQ(request.query.substr(amount->begin, amount->end - amount->begin), "18.2bn yuan");
    EXPECT_TRUE(search(searcher, "alibaba").understood.empty());
}

TEST(Searcher, GivesTheSameBytesForTheSameSearch) {
    const auto bytes = [](const Searcher& searcher, const std::string& query) {
        SearchResult result = search(searcher, query, SearchUnit::passage, 50);
        result.took_ms = 0;
        std::ostringstream out;
        render_json(result, "", JsonLayout::lines, out);
        return out.str();
    };
    const Searcher kept(news_database().path());
    HostileQueries queries(4);
    for (int i = 0; i < 100; ++i) {
        const std::string query = queries.next();
        const std::string first = bytes(kept, query);
        EXPECT_EQ(bytes(kept, query), first) << query;
        EXPECT_EQ(bytes(Searcher(news_database().path()), query), first) << query;
    }
}

TEST(Searcher, SearchesAnEmptyDatabase) {
    const TemporaryFolder folder;
    index_articles(folder / "db", {});
    const Searcher searcher(folder / "db");
    EXPECT_EQ(searcher.article_count(), 0U);
    for (const char* query : {"alibaba", "\"a b\"", "-a", "lang:zh", ""}) {
        EXPECT_TRUE(search(searcher, query).hits.empty());
        EXPECT_TRUE(search(searcher, query, SearchUnit::article).hits.empty());
    }
}

TEST(Searcher, FindsArticlesWithoutText) {
    const TemporaryFolder folder;
    index_articles(folder / "db", {{"a", "Alibaba", "Alibaba", "", "", "", ""},
                                   {"b", "Alibaba fined", "-", "", "", "", ""}});
    const Searcher searcher(folder / "db");
    for (const SearchUnit unit : {SearchUnit::passage, SearchUnit::article}) {
        EXPECT_NO_THROW(search(searcher, "alibaba", unit));
    }
    EXPECT_THAT(ids_of(search(searcher, "fined", SearchUnit::article)), ElementsAre("b"));
}

TEST(Searcher, RefusesWhatIsNoDatabase) {
    const TemporaryFolder folder;
    const auto open = [](const std::string& path) { return [path] { Searcher{path}; }; };
    expect_error(ErrorKind::database, "there is no Sinodex database here", open(folder / "none"));
    expect_error(ErrorKind::database, "there is no Sinodex database here", open(folder.path()));
    expect_error(ErrorKind::database, "there is no Sinodex database here", open(""));
    const std::string file = folder.write("file", "text");
    expect_error(ErrorKind::database, "file", open(file));
    folder.write("odd/XAPIANDB", "nonsense");
    expect_error(ErrorKind::database, "--rebuild", open(folder / "odd"));
}

TEST(Searcher, RefusesADamagedDatabase) {
    const TemporaryFolder folder;
    index_articles(folder / "db", news());
    std::string table;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "db")) {
        if (entry.path().filename() == "postlist.glass") table = entry.path();
    }
    const std::string bytes = read_file(table);
    write_file(table, std::string(bytes.size(), 'x'));
    expect_error(ErrorKind::database, "--rebuild",
                 [&] { search(Searcher(folder / "db"), "alibaba"); });
    write_file(table, bytes.substr(1));
    expect_error(ErrorKind::database, "--rebuild", [&] { Searcher{folder / "db"}; });
    std::filesystem::remove(table);
    expect_error(ErrorKind::database, "--rebuild", [&] { Searcher{folder / "db"}; });
}

// Sixteen zero bytes somewhere may leave a table readable, and only change scores.
TEST(Searcher, NoticesDamageBeforeItMakesWrongResults) {
    const TemporaryFolder folder;
    index_articles(folder / "db", news());
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "db")) {
        const std::string table = entry.path();
        if (!table.ends_with(".glass") && !table.ends_with("iamglass")) continue;
        const std::string bytes = read_file(table);
        for (std::size_t at = 0; at + 16 < bytes.size(); at += bytes.size() / 9 + 1) {
            std::string damaged = bytes;
            damaged.replace(at, 16, std::string(16, '\0'));
            if (damaged == bytes) continue;
            write_file(table, damaged);
            expect_error(ErrorKind::database, "--rebuild", [&] { Searcher{folder / "db"}; });
        }
        write_file(table, bytes);
    }
    EXPECT_FALSE(search(Searcher(folder / "db"), "alibaba").hits.empty());
}

TEST(Searcher, GivesAFewPassagesOfAnArticleOnly) {
    const TemporaryFolder folder;
    std::string text;
    for (int i = 0; i < 8; ++i) {
        for (int word = 0; word < 50; ++word) text += "platforms ";
        text += "were fined.\n\n";
    }
    index_articles(folder / "db", {{"long", "Fines", text, "", "", "", "en"},
                                   {"short", "A fine", "A platform was fined.", "", "", "", "en"}});
    const Searcher searcher(folder / "db");
    SearchRequest request;
    request.query = "fined";
    EXPECT_GT(searcher.search(request).hits.size(), 4U);
    request.per_article = 2;
    const SearchResult result = searcher.search(request);
    EXPECT_EQ(result.hits.size(), 3U);
    request.limit = 1;
    EXPECT_EQ(searcher.search(request).hits.size(), 1U);
    request.limit = 10;
    request.unit = SearchUnit::article;
    EXPECT_EQ(searcher.search(request).hits.size(), 2U);
}

}  // namespace
}  // namespace sinodex
