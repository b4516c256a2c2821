// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/dictionary_units.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/text/analyzer.h"

namespace sinodex {
namespace {

using ::testing::ElementsAre;

// The units of a text; a + stands before those that go on with a word.
std::vector<std::string> units_in(const std::string& text) {
    Analyzer analyzer;
    TermMaker terms;
    std::vector<std::string> shown;
    for (const DictionaryUnit& unit : dictionary_units_of(analyzer.analyze(text), terms)) {
        shown.push_back((unit.inside_word ? "+" : "") + unit.word);
    }
    return shown;
}

TEST(DictionaryUnits, AreWordsAndCharacters) {
    EXPECT_THAT(units_in("螞蟻集團 IPO"), ElementsAre("蚂", "+蚁", "集", "+团", "ipo"));
    EXPECT_THAT(units_in("e-commerce firms"), ElementsAre("ecommerce", "firms"));
    EXPECT_THAT(units_in(""), ElementsAre());
}

TEST(DictionaryUnits, ArePhrasesOfWordsThatStandASpaceApart) {
    EXPECT_THAT(words_of_phrase("work together"), ElementsAre("work", "together"));
    EXPECT_THAT(words_of_phrase("pact"), ElementsAre("pact"));
}

}  // namespace
}  // namespace sinodex
