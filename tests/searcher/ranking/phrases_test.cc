// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/phrases.h"

#include <gtest/gtest.h>

#include <random>

#include "corpus/text/analyzer.h"
#include "tests/searcher/understanding/small_domain.h"

namespace sinodex {
namespace {

std::vector<std::string> found(const std::string& phrase, const std::string& text) {
    Analyzer analyzer;
    const UnderstoodQuery query = testing::understand_query('"' + phrase + '"');
    std::vector<std::string> parts;
    for (const ByteRange range : find_phrase(query.phrases.at(0), analyzer.analyze(text))) {
        parts.emplace_back(slice(text, range));
    }
    return parts;
}

TEST(FindPhrase, ComparesFoldedWordsInTheirOrder) {
    using Parts = std::vector<std::string>;
    struct Case {
        std::string phrase, text;
        Parts parts;
    };
    for (const Case& one : std::vector<Case>{
             {"equity stakes",
              "Equity stakes, equity\nSTAKES.",
              {"Equity stakes", "equity\nSTAKES"}},
             {"equity stakes", "equity stake", {}},
             {"equity stakes", "stakes equity", {}},
             {"equity stakes", "equity in stakes", {}},
             {"equity stakes", "equity", {}},
             {"equity stakes", "", {}},
             {"a a", "a a a", {"a a"}},
             {"a b a", "a b a b a", {"a b a"}},
             {"a a b", "a a a b", {"a a b"}},
             {"the U.S. market", "in the US market’s", {"the US market’s"}},
             {"e-commerce giant", "an ecommerce giant", {"ecommerce giant"}},
             {"commerce giant", "an e-commerce giant", {"commerce giant"}},
             {"5 percent of", "5% of, 5 per cent of", {"5% of", "5 per cent of"}},
             {"蚂蚁集团", "螞蟻集團与蚂蚁集团", {"螞蟻集團", "蚂蚁集团"}},
             {"蚂蚁集团", "蚂蚁 集团", {"蚂蚁 集团"}},
             {"蚂蚁集团", "集团蚂蚁", {}},
             {"蚁集", "蚂蚁集团", {"蚁集"}},
             {"哈哈", "哈哈哈", {"哈哈"}},
             {"Ant 集团", "Ant集团", {"Ant集团"}},
         }) {
        EXPECT_EQ(found(one.phrase, one.text), one.parts) << one.phrase << " in " << one.text;
    }
}

bool may_hold(const std::string& phrase, const std::string& text) {
    return PhraseFilter(testing::understand_query('"' + phrase + '"').phrases.at(0)).may_hold(text);
}

TEST(PhraseFilter, PassesOverTextsWithoutThePhrase) {
    EXPECT_TRUE(may_hold("equity stakes", "Its equity\nstakes"));
    EXPECT_FALSE(may_hold("equity stakes", "stakes in equity, and equity of stakes"));
    EXPECT_FALSE(may_hold("of the", "the of a"));
    EXPECT_TRUE(may_hold("alibaba deals", "Alibaba\xE2\x80\x99s deals"));
    EXPECT_TRUE(may_hold("us deals", "U.S. deals"));
    EXPECT_TRUE(may_hold("alibaba us", "Alibaba's a-us"));
    EXPECT_TRUE(may_hold("ecommerce giant", "e-commerce giant"));
    EXPECT_TRUE(may_hold("equity stakes", "\xC3\xA9quity stakes"));
    EXPECT_TRUE(may_hold("37 billion", "37bn"));
    EXPECT_TRUE(may_hold("a b", "a https://example.org b"));
    EXPECT_TRUE(may_hold("a b", "a WWW.example.org b"));
    EXPECT_TRUE(may_hold("a large market", "a s large: s market"));
    EXPECT_FALSE(may_hold("a large market", "a very large market"));
    EXPECT_FALSE(may_hold("in a market", "in the a market"));
}

// Every run of words that is found in a text, whatever stands between and around them.
TEST(PhraseFilter, NeverPassesOverATextThatHoldsThePhrase) {
    const std::vector<std::string> pieces{"Alibaba", "deals", "a",      "U.S.", "e-commerce",
                                          "s",       "s's",   "O'Neil", "us",   "AT&T",
                                          "x.y",     "5G",    "don't"};
    const std::vector<std::string> gaps{" ",  "  ", ", ", "'s ", "\xE2\x80\x99s ", " - ",
                                        "\n", "/",  "-",  ". ",  "\xE2\x80\x94",   "'",
                                        "&"};
    std::mt19937 random(7);
    Analyzer analyzer;
    std::size_t found_count = 0;
    for (int round = 0; round < 6000; ++round) {
        std::string text;
        for (int i = 0; i < 6; ++i) {
            text += pieces[random() % pieces.size()] + gaps[random() % gaps.size()];
        }
        std::string phrase;
        for (int i = 2 + round % 2; i > 0; --i) phrase += pieces[random() % pieces.size()] + " ";
        const UnderstoodQuery query = testing::understand_query('"' + phrase + '"');
        if (find_phrase(query.phrases.at(0), analyzer.analyze(text)).empty()) continue;
        ++found_count;
        EXPECT_TRUE(PhraseFilter(query.phrases.at(0)).may_hold(text)) << phrase << " in " << text;
    }
    EXPECT_GT(found_count, 50U);
}

}  // namespace
}  // namespace sinodex
