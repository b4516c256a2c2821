// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/understand.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "searcher/understanding/steps.h"
#include "tests/searcher/understanding/small_domain.h"

namespace sinodex {
namespace {

using ::testing::ElementsAre;
using testing::understand_query;

TEST(Understand, InterpretsQueriesInOneLine) {
    struct Case {
        std::string query, interpretation;
    };
    for (const Case& one : std::vector<Case>{
             {"Hangzhou deals", "any of hangzhou deal"},
             {"The fines of Alibaba’s", "any of fine alibaba; entity alibaba"},
             {"the Alibaba probe", "any of alibaba probe; entity alibaba-probe; entity alibaba"},
             {"the of", "any of the of"},
             {"how much was Alibaba fined?", "any of alibaba fine; entity alibaba"},
             {"who did what", "any of who do what"},
             {"did Didi actually get any fines after all?", "any of didi get fine after all"},
             {"WHO deals", "any of who deal"},
             {"谁罚了滴滴", "any of 罚 滴滴"},
             {"为了数据", "any of 为了 数据"},
             {"滴滴什么时候上市", "any of 滴滴 上市"},
             {"滴滴上市多少钱", "any of 滴滴 上市"},
             {"滴滴后来被谁罚了几次", "any of 滴滴 罚"},
             {"什么时候", "any of 什么 什么时候 么时 时候"},
             {"WHO DID THE DEALS", "any of deal"},
             {"deals deal DEAL", "any of deal^3"},
             {"$1.1tn 5%", "any of 1.1 trillion 5 percent; amount $1.1tn; amount 5%"},
             {"e-commerce", "any of ecommerc commerc"},
             {"", "nothing: there is no word in it"},
             {"，。", "nothing: there is no word in it"},
             {"https://example.com/a", "nothing: there is no word in it"},
             {"\"\"", "nothing: there is no word in it"},
             {"date:soon", "nothing: there is no word in it"},
             {"lang:zh", "all articles, the newest first; must hold: Lzh"},
             {"-didi", "all articles, the newest first; must hold: (none didi)"},
             {"+fines deals", "any of fine deal; must hold: fine"},
             {"the deals -didi", "any of deal; must hold: (all (none didi) deal)"},
             {"deals lang:EN ，", "any of deal; must hold: (all Len deal)"},
             {"a OR ，", "any of a; must hold: a"},
             {"fines OR -deals", "any of fine; must hold: (any fine (none deal))"},
             {"-(didi OR source:wire)",
              "all articles, the newest first; must hold: (none didi Hwire)"},
             {"\"The deals\"", "any of deal; must hold: (phrase 0 (all the deal))"},
             {"\"deals\"", "any of deal; must hold: (phrase 0 deal)"},
             {"source:a source:b", "all articles, the newest first; must hold: (any Ha Hb)"},
             {"title:a title:b", "all articles, the newest first; must hold: (all Sa Sb)"},
             {"date:2021", "all articles, the newest first; must hold: date 20210000..20211231"},
             {"date:..2021-04", "all articles, the newest first; must hold: date ..20210430"},
             {"date:2021-04-10..", "all articles, the newest first; must hold: date 20210410.."},
             {"fines SAMR 2021年4月", "any of fine samr 2021 年 4 月; entity samr; time 2021年4月"},
             {"li", "any of li; entity li-auto or li-qiang"},
             {"company:Alibaba fines", "any of fine; must hold: (all entity alibaba fine)"},
             {"entity:samr", "all articles, the newest first; must hold: entity samr"},
             {"company:li", "all articles, the newest first; must hold: entity li-auto"},
             {"person:alibaba", "all articles, the newest first; must hold: alibaba"},
             {"type:Regulator", "all articles, the newest first; must hold: XTregulator"},
             {"amount:>10bn", "all articles, the newest first; must hold: amount >10bn"},
             {"amount:much", "nothing: there is no word in it"},
             {"mentions:2021-04", "all articles, the newest first; must hold: mentions 2021-04"},
             {"mentions:soon", "nothing: there is no word in it"},
             {"fines^2 deals", "any of fine (weight 2) deal"},
             {"fine fine^3 (fine^2 deals)^4", "any of fine^3 (weight 8) deal (weight 4)"},
             {"(deals^9)^9 fines^0.2", "any of deal (weight 10) fine (weight 0.2)"},
             {"\"golden shares\"^2",
              "any of golden (weight 2) share (weight 2); must hold: (phrase 0 (all golden "
              "share))"},
             {"zzz* the*", "any of zzz* the*"},
             {"-zzz*", "all articles, the newest first; must hold: (none zzz*)"},
             {"title:\"golden zzz*\"",
              "all articles, the newest first; must hold: (all Sgolden Szzz*)"},
             {"蚂蚁*", "any of 蚂蚁"},
             {"didi NEAR/5 fines", "any of didi fine; must hold: (phrase 0 (all didi fine))"},
             {"didi NEAR ，", "any of didi; must hold: didi"},
             {"-didi NEAR fine",
              "all articles, the newest first; must hold: (none (phrase 0 (all didi fine)))"},
             {"fine cluster:all", "any of fine; all versions"},
             {"lang:(en OR zh)", "all articles, the newest first; must hold: (any Len Lzh)"},
             {"+蚂蚁集团", "any of 蚂蚁 集团; must hold: (all 蚂蚁 蚁集 集团)"},
         }) {
        EXPECT_EQ(to_string(understand_query(one.query)), one.interpretation) << one.query;
    }
}

TEST(Understand, SpansNameTheWordsOfTheQuery) {
    const std::string query = "  Hangzhou “équity stakes” +(螞蟻) \"a\"";
    std::vector<std::string> words;
    for (const QueryTerm& term : understand_query(query).terms) {
        words.emplace_back(slice(query, term.span));
    }
    EXPECT_EQ(words, (std::vector<std::string>{"Hangzhou", "équity", "stakes", "螞蟻"}));
}

TEST(Understand, WordsOfTwoPartsAreNoNeighbours) {
    const auto terms = understand_query("equity stakes \"golden shares\" source:x deals").terms;
    ASSERT_EQ(terms.size(), 5U);
    EXPECT_EQ(terms[1].position, terms[0].position + 1);
    EXPECT_GT(terms[2].position, terms[1].position + 1);
    EXPECT_EQ(terms[3].position, terms[2].position + 1);
    EXPECT_GT(terms[4].position, terms[3].position + 1);
}

TEST(Understand, CutsWhatIsOverALimit) {
    std::string many;
    for (int i = 0; i < 100; ++i) many += "w" + std::to_string(i) + " ";
    const UnderstoodQuery words = understand_query(many);
    EXPECT_EQ(words.terms.size(), kMaxTerms);
    ASSERT_EQ(words.warnings.size(), 1U);
    EXPECT_EQ(words.warnings[0].message, "only the 64 most telling words were searched for");
    const UnderstoodQuery phrase = understand_query("\"" + many + "\"");
    ASSERT_EQ(phrase.phrases.size(), 1U);
    EXPECT_EQ(phrase.phrases[0].positions.size(), kMaxPhraseWords);
    EXPECT_EQ(phrase.warnings.at(0).message,
              "only the first 16 words of the phrase were taken as one");
}

std::vector<std::string> terms_of_condition(const std::string& query) {
    std::vector<std::string> terms;
    const auto add = [&](const HasTerm& has) { terms.push_back(has.term); };
    visit_asked(*understand_query(query).condition, Overloaded{add, [](const auto&) {}});
    return terms;
}

TEST(Understand, FindsTheTermsOfRanges) {
    using Terms = std::vector<std::string>;
    EXPECT_EQ(terms_of_condition("amount:18.2bn"), (Terms{"XMcny:30:18228"}));
    EXPECT_EQ(terms_of_condition("amount:cny>1bn"),
              (Terms{"XMcny#29:5", "XMcny#30:1", "XMcny#30:3", "XMyen_or_yuan#29:7"}));
    EXPECT_EQ(terms_of_condition("amount:jpy>1bn"), (Terms{"XMjpy#29:6", "XMyen_or_yuan#29:7"}));
    EXPECT_EQ(terms_of_condition("amount:¥4bn..¥10bn"),
              (Terms{"XMcny#29:5", "XMjpy#29:6", "XMyen_or_yuan#29:7"}));
    EXPECT_EQ(terms_of_condition("amount:>20bn"), (Terms{"XMusd#32:1", "XMcny#30:3"}));
    EXPECT_EQ(terms_of_condition("amount:usd>1tn"), (Terms{"XMusd:32:11"}));
    EXPECT_EQ(terms_of_condition("amount:usd<1tn"), (Terms{"XNOTHING"}));
    EXPECT_EQ(terms_of_condition("mentions:2021-04"), (Terms{"XD202104"}));
    EXPECT_EQ(terms_of_condition("mentions:2021-04-10"), (Terms{"XD20210410"}));
    EXPECT_EQ(terms_of_condition("mentions:2021-12-31..2022-02-01"),
              (Terms{"XD20211231", "XD202201", "XD20220201"}));
    EXPECT_EQ(terms_of_condition("mentions:2021.."), (Terms{"XD2021", "XD2022"}));
    EXPECT_EQ(terms_of_condition("mentions:1850"), (Terms{"XNOTHING"}));
}

TEST(Understand, ConceptsKnowTheirWords) {
    const UnderstoodQuery query =
        understand_query("fines by the State Administration for Market Regulation of 18.2bn yuan");
    ASSERT_EQ(query.concepts.size(), 2U);
    EXPECT_THAT(entities_of(query.concepts[0]), ElementsAre("samr"));
    EXPECT_EQ(query.concepts[0].covers.size(), 4U);  // "for" does not score
    EXPECT_EQ(query.concepts[1].terms, (std::vector<std::string>{"XMcny:30:18228"}));
    EXPECT_EQ(query.concepts[1].covers.size(), 3U);
    for (const std::size_t term : query.concepts[1].covers) EXPECT_LT(term, query.terms.size());
}

TEST(Understand, OtherWordsForTheSameAreConcepts) {
    const UnderstoodQuery alone = understand_query("edtech after the ban");
    ASSERT_EQ(alone.concepts.size(), 1U);
    EXPECT_EQ(alone.concepts[0].label, "tutoring, 补习");
    const auto others = alternatives_of(alone.concepts[0]);
    ASSERT_EQ(others.size(), 2U);
    EXPECT_DOUBLE_EQ(others[0].weight, 0.9);
    EXPECT_DOUBLE_EQ(others[1].weight, 0.45);
    EXPECT_EQ(alone.concepts[0].covers, (std::vector<std::size_t>{0}));
    EXPECT_EQ(others[1].terms, (std::vector<std::string>{"补习"}));
    Expansions names;
    names.synonyms = false;
    EXPECT_TRUE(understand_query("tutoring", names).concepts.empty());
}

TEST(Understand, AWordThatIsAskedForIsNoSynonymOfAnother) {
    const UnderstoodQuery both = understand_query("edtech after the ban on tutoring");
    ASSERT_EQ(both.concepts.size(), 2U);
    EXPECT_EQ(both.concepts[0].label, "补习");
    EXPECT_EQ(both.concepts[1].label, "补习");
}

TEST(Understand, SynonymsAreOfWordsAndNotOfStems) {
    EXPECT_FALSE(understand_query("tutoring").concepts.empty());
    EXPECT_TRUE(understand_query("tutor").concepts.empty());
}

TEST(Understand, WhatWordsNameAlsoMeetsAFilter) {
    EXPECT_THAT(to_string(understand_query("tutoring company:alibaba")),
                ::testing::HasSubstr("(any tutor edtech 补习)"));
}

TEST(Understand, ConceptsCanBeSwitchedOff) {
    EXPECT_TRUE(
        understand_query("Alibaba 18.2bn yuan in April 2021", Expansions::none()).concepts.empty());
    EXPECT_TRUE(understand_query("company:alibaba fines", Expansions::none()).condition);
}

// "terms: term fine" for each line of what is understood that a step adds or changes.
std::vector<std::string> steps_of(const std::string& query) {
    std::vector<std::string> steps;
    std::vector<std::string> before;
    understand_query(query, {}, [&](std::string_view step, const UnderstoodQuery& understood) {
        std::vector<std::string> lines = to_lines(understood);
        for (const std::string& line : lines) {
            if (std::find(before.begin(), before.end(), line) == before.end()) {
                steps.push_back(std::string(step).append(": ").append(line));
            }
        }
        before = std::move(lines);
    });
    return steps;
}

TEST(Understand, GoesOnStepByStep) {
    EXPECT_THAT(steps_of("how much was Alibaba fined?"),
                ElementsAre("question: asks for amount", "question: wants money",
                            "question: words 5", "terms: term alibaba", "terms: term fine",
                            "names: concept entity alibaba 13-20", "missing words: missing 13-20",
                            "missing words: missing 21-26"));
    EXPECT_THAT(
        steps_of("tutoring company:alibaba"),
        ElementsAre("question: words 3", "conditions: condition (all entity alibaba (any tutor))",
                    "terms: term tutor", "synonyms: concept like edtech, 补习 0-8",
                    "missing words: missing 0-8",
                    "widened conditions: condition (all entity alibaba (any tutor edtech "
                    "补习))"));
    EXPECT_THAT(
        steps_of("+\"golden shares\" \"a fine\" cluster:all"),
        ElementsAre("question: words 6", "question: versions all",
                    "conditions: condition (all (phrase 0 (all golden share)) (phrase 1 (all a "
                    "fine)))",
                    "conditions: phrase golden shares", "conditions: phrase a fine",
                    "conditions: preferred phrase 1",
                    "conditions: loosened (phrase 0 (all golden share))", "terms: term golden",
                    "terms: term share", "terms: term fine", "missing words: missing 2-8",
                    "missing words: missing 9-15", "missing words: missing 20-24"));
}

TEST(Understand, NamesEachStepOnce) {
    std::vector<std::string> names;
    understand_query(
        "", {}, [&](std::string_view step, const UnderstoodQuery&) { names.emplace_back(step); });
    EXPECT_EQ(names.size(), kUnderstandingSteps.size());
    EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
}

}  // namespace
}  // namespace sinodex
