// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/word_forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/schema/terms.h"

namespace sinodex {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

std::string term_of(const std::string& word) {
    TermMaker terms;
    return std::string(terms.term({{}, 0, TokenKind::word, false, word}));
}

TEST(WordForms, IrregularOnesAreOneTerm) {
    for (const auto& [one, other] :
         {std::pair{"lost", "lose"}, std::pair{"sued", "sues"}, std::pair{"suing", "sue"},
          std::pair{"losing", "lost"}, std::pair{"risen", "rises"}, std::pair{"children", "child"},
          std::pair{"bought", "buys"}, std::pair{"crises", "crisis"},
          std::pair{"women", "woman"}}) {
        EXPECT_EQ(term_of(one), term_of(other)) << one;
    }
}

TEST(WordForms, WordsMadeOfAnotherAreOneTermWithIt) {
    for (const auto& [one, other] :
         {std::pair{"decisions", "decide"}, std::pair{"acquired", "acquisition"},
          std::pair{"sales", "sold"}, std::pair{"loss", "lost"}, std::pair{"mergers", "merging"},
          std::pair{"stability", "stable"}, std::pair{"suspended", "suspension"},
          std::pair{"chinese", "china"}}) {
        EXPECT_EQ(term_of(one), term_of(other)) << one;
    }
}

TEST(WordForms, ThatAreOtherWordsStayApart) {
    for (const auto& [one, other] :
         {std::pair{"founded", "find"}, std::pair{"left", "leave"}, std::pair{"fed", "feed"},
          std::pair{"lives", "life"}, std::pair{"suit", "sue"}, std::pair{"commission", "commit"},
          std::pair{"product", "produce"}, std::pair{"convention", "convene"}}) {
        EXPECT_NE(term_of(one), term_of(other)) << one;
    }
}

TEST(WordForms, AreNotTakenForThoseOfWordsThatLookLikeThem) {
    for (const auto& [one, other] :
         {std::pair{"important", "imports"}, std::pair{"authorities", "author"},
          std::pair{"authorised", "authority"}, std::pair{"business", "busy"},
          std::pair{"evening", "even"}, std::pair{"goods", "good"}, std::pair{"united", "unit"},
          std::pair{"several", "severe"}, std::pair{"department", "departure"}}) {
        EXPECT_NE(term_of(one), term_of(other)) << one;
    }
    for (const auto& [one, other] :
         {std::pair{"importance", "importantly"}, std::pair{"authorities", "authority"},
          std::pair{"businesses", "business"}, std::pair{"added", "adds"},
          std::pair{"organised", "organizing"}, std::pair{"dutch", "netherlands"}}) {
        EXPECT_EQ(term_of(one), term_of(other)) << one;
    }
}

TEST(WordForms, OfAWordAreItsInflections) {
    EXPECT_THAT(inflections_of("deal", false), ElementsAre("deal", "deals", "dealed"));
    EXPECT_THAT(inflections_of("contract", false), Not(Contains("contracting")));
    EXPECT_THAT(inflections_of("accord", true), Contains("according"));
    EXPECT_THAT(inflections_of("ban", true), Contains("banning"));
    EXPECT_THAT(inflections_of("ban", false), Contains("banned"));
    EXPECT_THAT(inflections_of("penalise", true), Contains("penalising"));
    EXPECT_THAT(inflections_of("penalty", false), Contains("penalties"));
    EXPECT_THAT(inflections_of("breach", false), Contains("breaches"));
    EXPECT_THAT(inflections_of("lose", false), Contains("lost"));
    EXPECT_THAT(inflections_of("holding", false), Not(Contains("hold")));
    EXPECT_THAT(inflections_of("1%", true), ElementsAre("1%"));
    EXPECT_THAT(inflections_of("罚款", true), ElementsAre("罚款"));
}

}  // namespace
}  // namespace sinodex
