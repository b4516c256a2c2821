// SPDX-License-Identifier: GPL-2.0-or-later

// Checks which articles a query finds.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/news.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::Contains;
using ::testing::ElementsAreArray;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAreArray;

struct ConditionCase {
    std::string query;
    std::vector<std::string> articles;
};

SearchResult find_articles(const std::string& query) {
    static const Searcher searcher(news_database().path());
    SearchRequest request;
    request.query = query;
    request.unit = SearchUnit::article;
    request.limit = 100;
    request.collapse = false;
    request.expand.synonyms = false;
    return searcher.search(request);
}

void expect_exactly(const std::vector<ConditionCase>& cases) {
    for (const ConditionCase& one : cases) {
        const SearchResult result = find_articles(one.query);
        EXPECT_THAT(ids_of(result), UnorderedElementsAreArray(one.articles)) << one.query;
        EXPECT_FALSE(result.relaxed) << one.query;
    }
}

const std::vector<std::string> kNone;

TEST(Conditions, WordsAreWantedInAnyNumberAndForm) {
    expect_exactly({
        {"didi", {"didi", "undated"}},
        {"didi planner", {"didi", "undated", "planner", "fine"}},
        {"DIDI’s", {"didi", "undated"}},
        {"removing", {"didi"}},
        {"unicorn", kNone},
        {"the unicorn", kNone},
        {"the didi -unicorn", {"didi", "undated"}},
        {"，。", kNone},
        {"", kNone},
    });
}

TEST(Conditions, RequiredAndExcludedWordsHold) {
    expect_exactly({
        {"+alibaba", {"fine", "stakes", "undated"}},
        {"+alibaba +didi", {"undated"}},
        {"+alibaba didi", {"fine", "stakes", "undated"}},
        {"+(alibaba stakes)", {"stakes", "undated"}},
        {"alibaba -didi", {"fine", "stakes"}},
        {"alibaba -didi -fined", {"stakes"}},
        {"alibaba -(didi OR fined)", {"stakes"}},
        {"alibaba -(didi fined)", {"fine", "stakes", "undated"}},
        {"stakes NOT didi", {"stakes"}},
        {"stakes NOT +didi", {"stakes"}},
        {"+unicorn alibaba", kNone},
        {"+the", {"fine", "didi", "stakes", "planner"}},
    });
}

TEST(Conditions, OperatorsHold) {
    expect_exactly({
        {"alibaba AND didi", {"undated"}},
        {"alibaba AND stakes", {"stakes", "undated"}},
        {"app OR planner", {"didi", "fine", "planner"}},
        {"app removed OR planner met", {"didi", "planner"}},
        {"(app OR planner) AND -state", {"didi"}},
        {"quantum OR -lang:en", {"tie-a", "tie-b", "tie-c", "mayi", "mayi-hant", "renqun"}},
        {"-lang:en -lang:zh-hant", {"mayi", "renqun"}},
        {"didi OR ，", {"didi", "undated"}},
    });
}

TEST(Conditions, PhrasesStandInTheirArticles) {
    expect_exactly({
        {"+\"equity stakes\"", {"stakes"}},
        {"+“Equity STAKES”", {"stakes"}},
        {"+\"the state planner\"", {"fine", "planner"}},
        {"+\"planner of the state\"", {"planner"}},
        {"+\"stakes of 1%\"", {"stakes"}},
        {"+\"stakes of 1 per cent\"", {"stakes"}},
        {"+\"market regulator\" planner", {"fine"}},
        {"+\"record sum\"", {"fine"}},  // in the title
        {"+\"app removed\" -\"market regulator\"", {"didi"}},
        {"+\"Didi’s app\"", {"didi"}},
        {"+\"stakes\"", {"stakes", "undated"}},
    });
}

TEST(Conditions, PhrasesCombine) {
    expect_exactly({
        {"stakes -\"equity stakes\"", {"undated"}},
        {"stakes -(\"equity stakes\" OR funds)", kNone},
        {"stakes -(\"equity stakes\" AND alibaba)", {"undated"}},
        {"stakes -(\"equity stakes\" AND unicorn)", {"stakes", "undated"}},
        {"\"equity stakes\" OR \"market regulator\"", {"stakes", "fine"}},
        {"\"equity stakes\" OR funds", {"stakes", "undated"}},
        {"\"stakes equity\" OR app", {"didi"}},
        {"\"equity stakes\" OR date:2021-07", {"stakes", "didi"}},
        {"(\"equity stakes\" OR \"app stores\") source:delta", {"stakes", "didi"}},
    });
}

// Ids in the order of the hits, those that lack a phrase behind a bar.
std::vector<std::string> in_order(const std::string& query) {
    std::vector<std::string> ids;
    bool loosened = false;
    for (const SearchHit& hit : find_articles(query).hits) {
        if (hit.loosened && !loosened) ids.emplace_back("|");
        loosened = hit.loosened;
        ids.push_back(hit.id);
    }
    return ids;
}

TEST(Conditions, ArticlesWithAPhraseComeFirst) {
    for (const auto& [query, ids] : std::vector<ConditionCase>{
             {"\"equity stakes\"", {"stakes", "|", "undated"}},
             {"\"equity stakes\" source:delta", {"stakes"}},
             {"\"equity stakes\" -alibaba", {}},
             {"\"the state planner\" platforms", {"planner", "fine", "|", "stakes"}},
             {"\"record sum\" planner", {"fine", "|", "planner"}},
         }) {
        EXPECT_THAT(in_order(query), ElementsAreArray(ids)) << query;
    }
    const SearchResult both =
        find_articles("\"equity stakes\" \"market regulator\" \"app stores\"");
    ASSERT_EQ(both.hits.size(), 4U);
    EXPECT_TRUE(both.hits[0].loosened);
    EXPECT_FALSE(both.relaxed);
    ASSERT_EQ(both.warnings.size(), 1U);
    EXPECT_THAT(both.warnings[0].message, HasSubstr("come last and say so"));
}

TEST(Conditions, APhraseBehindAPlusIsNeverLoosened) {
    for (const char* query :
         {"+\"stakes equity\"", "alibaba +\"stakes equity\"", "+(\"stakes equity\" OR \"a b\")"}) {
        const SearchResult result = find_articles(query);
        EXPECT_THAT(ids_of(result), IsEmpty()) << query;
        EXPECT_FALSE(result.relaxed) << query;
    }
}

TEST(Conditions, APhraseOfUnknownWordsLeavesNothingBehind) {
    for (const char* query : {"alibaba didi \"xyzzy plugh\"", "didi AND \"xyzzy plugh\"",
                              "alibaba didi +(\"xyzzy plugh\" OR didi)"}) {
        EXPECT_THAT(ids_of(find_articles(query)), Contains("didi")) << query;
    }
}

TEST(Conditions, APhraseThatNothingHoldsIsReadAsWords) {
    const SearchResult result = find_articles("\"stakes equity\"");
    EXPECT_THAT(ids_of(result), UnorderedElementsAreArray({"stakes", "undated"}));
    EXPECT_TRUE(result.relaxed);
    ASSERT_EQ(result.warnings.size(), 1U);
    EXPECT_EQ(result.warnings[0].message, "not found as a phrase; searched for its words instead");
    EXPECT_EQ(result.warnings[0].begin, 0U);
    EXPECT_EQ(result.warnings[0].end, 15U);
}

TEST(Conditions, WhatElseIsAskedForHoldsWhenAPhraseIsLoosened) {
    for (const ConditionCase& one : std::vector<ConditionCase>{
             {"\"stakes equity\" -didi", {"stakes"}},
             {"\"stakes equity\" -\"equity stakes\"", {"undated"}},
             {"\"stakes equity\" source:delta", {"stakes"}},
             {"\"of the unicorn\"", {}},
             {"\"equity stakes\" date:2021", {}},
             {"\"fine\"", {"fine"}},  // the article says "fined"
         }) {
        const SearchResult result = find_articles(one.query);
        EXPECT_THAT(ids_of(result), UnorderedElementsAreArray(one.articles)) << one.query;
        EXPECT_TRUE(result.relaxed) << one.query;
    }
}

TEST(Conditions, DatesHold) {
    expect_exactly({
        {"date:2021", {"fine", "didi"}},
        {"date:2021-04", {"fine"}},
        {"date:2021-04-10", {"fine"}},
        {"date:2021/04/10", {"fine"}},
        {"date:20210410", {"fine"}},
        {"date:2021-04-11", kNone},
        {"date:2023", {"stakes", "planner"}},
        {"date:2023-01", {"stakes"}},
        {"date:2023-02", kNone},
        {"date:2021-07..", {"didi", "stakes", "planner", "renqun"}},
        {"date:..2020-11-03", {"mayi", "long"}},
        {"date:2021-04-10..2021-07-04", {"fine", "didi"}},
        {"date:2021-04-11..2021-07-03", kNone},
        {"date:2021..2022", {"fine", "didi", "renqun"}},
        {"date:2021..2022 date:2021-05..", {"didi", "renqun"}},
        {"date:2020 OR date:2022", {"mayi", "mayi-hant", "renqun"}},
        {"date:2022..2021", kNone},
        {"didi date:2021", {"didi"}},
        {"alibaba -date:2021", {"stakes", "undated"}},
    });
}

TEST(Conditions, WhatIsNoDateIsPassedOverWithAWarning) {
    for (const char* date : {"soon", "21", "2021-4", "2021-13", "2021-00", "2021-04-32",
                             "2021-04-1", "202104101", "2021...2022", "..", "2021..soon", "20-21",
                             "-2021", "２０２１", "2021-04-10T10:30", "\"\""}) {
        const SearchResult result = find_articles(std::string("didi date:") + date);
        EXPECT_THAT(ids_of(result), UnorderedElementsAreArray({"didi", "undated"})) << date;
        ASSERT_EQ(result.warnings.size(), 1U) << date;
        EXPECT_THAT(result.warnings[0].message, ::testing::HasSubstr("is no date: ")) << date;
    }
    EXPECT_THAT(find_articles("date:2022..2021").warnings[0].message,
                ::testing::HasSubstr("ends before it begins"));
}

TEST(Conditions, FieldsHold) {
    expect_exactly({
        {"lang:zh", {"mayi", "mayi-hant", "renqun"}},
        {"lang:zh-Hans", {"mayi", "renqun"}},
        {"lang:ZH-HANT", {"mayi-hant"}},
        {"source:delta", {"didi", "stakes"}},
        {"source:\"pearl river\"", {"fine"}},
        {"source:pearl source:delta", {"fine", "didi", "stakes"}},
        {"source:新华社", {"mayi"}},
        {"source:北京分社", {"mayi"}},
        {"source:维港", {"mayi-hant"}},
        {"author:li", {"fine"}},
        {"author:\"Wang Fang\"", {"stakes"}},
        {"author:王芳", {"mayi"}},
        {"title:alibaba", {"fine"}},
        {"title:\"record fines\"", {"fine"}},
        {"title:alibaba title:app", kNone},
        {"title:蚂蚁", {"mayi", "mayi-hant"}},
        {"id:didi", {"didi"}},
        {"id:didi id:fine id:none", {"didi", "fine"}},
        {"id:tie", kNone},
        {"didi source:delta", {"didi"}},
        {"alibaba -source:delta", {"fine", "undated"}},
        {"source:delta -title:app", {"stakes"}},
        {"source:， lang:zh", {"mayi", "mayi-hant", "renqun"}},
    });
}

TEST(Conditions, ChineseIsFoundInEitherScript) {
    expect_exactly({
        {"+\"蚂蚁集团\"", {"mayi", "mayi-hant"}},
        {"+\"螞蟻集團\"", {"mayi", "mayi-hant"}},
        {"+“蚂蚁集团暂缓”", {"mayi", "mayi-hant"}},
        {"+\"集团里有蚂蚁\"", {"renqun"}},
        {"+蚂蚁集团", {"mayi", "mayi-hant"}},
        {"+集团 -蚂蚁集团", {"renqun"}},
        {"退款", {"mayi", "mayi-hant"}},
        {"暂缓　-香港", {"mayi"}},
    });
}

TEST(Conditions, TraditionalAndSimplifiedQueriesAreOne) {
    const std::vector<std::pair<std::string, std::string>> pairs{
        {"螞蟻集團暫緩上市", "蚂蚁集团暂缓上市"},
        {"香港投資者獲退款", "香港投资者获退款"},
        {"+螞蟻 -證券", "+蚂蚁 -证券"},
        {"“螞蟻集團”", "“蚂蚁集团”"}};
    for (const auto& [traditional, simplified] : pairs) {
        const SearchResult one = find_articles(traditional);
        const SearchResult other = find_articles(simplified);
        EXPECT_EQ(one.interpretation, other.interpretation);
        ASSERT_EQ(ids_of(one), ids_of(other)) << simplified;
        ASSERT_FALSE(one.hits.empty()) << simplified;
        for (std::size_t i = 0; i < one.hits.size(); ++i) {
            EXPECT_EQ(one.hits[i].score, other.hits[i].score);
        }
    }
}

TEST(Conditions, WithoutWordsTheNewestComeFirst) {
    EXPECT_EQ(ids_of(find_articles("date:2000..")),
              (std::vector<std::string>{"stakes", "planner", "renqun", "didi", "fine", "mayi-hant",
                                        "mayi", "long"}));
    const Searcher searcher(news_database().path());
    const auto passages = ids_of(search(searcher, "date:2020..2021"));
    EXPECT_EQ(passages[0], "didi#0");
    EXPECT_EQ(passages[1], "fine#0");
    EXPECT_EQ(passages.back(), "mayi#0");
}

TEST(Conditions, SectionsOfALongArticleAreOneHit) {
    expect_exactly({
        {"+\"golden pheasant\"", {"long"}},
        {"paragraph", {"long"}},
        {"+\"paragraph 7\"", {"long"}},
        {"+\"paragraph 2999\"", {"long"}},
        {"paragraph date:2019-12-31", {"long"}},
    });
    EXPECT_EQ(Searcher(news_database().path()).article_count(), news().size() + 1);
}

}  // namespace
}  // namespace sinodex
