#include "searcher/understanding/understand.h"

#include <gtest/gtest.h>

#include "searcher/query/parser.h"

namespace sinodex {
namespace {

UnderstoodQuery understand_query(const std::string& query) {
    static Analyzer analyzer;
    static TermMaker terms;
    return understand(parse_query(query), analyzer, terms);
}

TEST(Understand, InterpretsQueriesInOneLine) {
    struct Case {
        std::string query, interpretation;
    };
    for (const Case& one : std::vector<Case>{
             {"Hangzhou deals", "any of hangzhou deal"},
             {"The fines of Alibaba’s", "any of fine alibaba"},
             {"the of", "any of the of"},
             {"deals deal DEAL", "any of deal^3"},
             {"$1.1tn 5%", "any of 1.1 trillion 5 percent"},
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
             {"date:2021", "all articles, the newest first; must hold: date 20210000..20219999"},
             {"date:..2021-04", "all articles, the newest first; must hold: date ..20210499"},
             {"date:2021-04-10..", "all articles, the newest first; must hold: date 20210410.."},
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
    EXPECT_EQ(words.warnings[0].message, "only the first 64 words were searched for");
    const UnderstoodQuery phrase = understand_query("\"" + many + "\"");
    ASSERT_EQ(phrase.phrases.size(), 1U);
    EXPECT_EQ(phrase.phrases[0].positions.size(), kMaxPhraseWords);
    EXPECT_EQ(phrase.warnings.at(0).message,
              "only the first 16 words of the phrase were taken as one");
}

}  // namespace
}  // namespace sinodex
