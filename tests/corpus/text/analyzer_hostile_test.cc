// SPDX-License-Identifier: GPL-2.0-or-later

// Texts made to take an analyser long.

#include <gtest/gtest.h>

#include "corpus/text/analyzer.h"
#include "corpus/text/sentences.h"
#include "tests/corpus/text/sample_texts.h"
#include "tests/support/processor_time.h"

namespace sinodex {
namespace {

// Each takes some tens of milliseconds; what is quadratic takes minutes.
constexpr double kMostSeconds = 5;

constexpr std::size_t kMillion = 1'000'000;

TEST(HostileText, IsDoneInLinearTime) {
    const std::vector<std::pair<const char*, std::string>> cases{
        {"marks", "a" + repeated("\u0301", 2 * kMillion)},
        {"marks_that_reorder", "a" + repeated("\u0301\u0323", kMillion)},
        {"thai_and_marks", repeated("ก" + repeated("\u0301\u0323", 2000), 250)},
        {"thai_marks_that_reorder", "ก" + repeated("\u0E48\u0E38", kMillion / 2)},
        {"letters_with_marks", repeated("a" + repeated("\u0301\u0323", 15), 60'000)},
        {"letters", std::string(kMillion, 'x')},
        {"accented_letters", repeated("é", kMillion)},
        {"digits", std::string(kMillion, '7')},
        {"thousands", repeated(",000", kMillion / 4).replace(0, 1, "1")},
        {"acronym", repeated("U.", kMillion)},
        {"hyphens", repeated("e-", kMillion)},
        {"hyphenated_words", repeated("alphabetical-", kMillion / 10)},
        {"apostrophes", repeated("a’", kMillion)},
        {"han", repeated("蚂蚁集团", kMillion / 4)},
        {"thai", repeated("ประเทศไทย", kMillion / 9)},
        {"hangul", repeated("한", kMillion)},
        {"address", "http://" + repeated("a", kMillion)},
        {"initials", repeated("J. ", kMillion / 2)},
        {"small_letters_after_marks", repeated("a! ", kMillion / 2)},
        {"abbreviation_without_space", repeated("Mr.Mr", kMillion / 5)}};
    for (const auto& [name, text] : cases) {
        const double begin = processor_seconds();
        Analyzer().analyze(text);
        SentenceSplitter().split(text);
        EXPECT_LT(processor_seconds() - begin, kMostSeconds) << name;
    }
}

TEST(HostileText, MarksBeyondThirtyEndTheWord) {
    Analyzer analyzer;
    const auto& tokens = analyzer.analyze("a" + repeated("\u0301", 2 * kMillion) + "b");
    ASSERT_EQ(tokens.size(), 2U);
    EXPECT_EQ(tokens[0].text, "a");
    EXPECT_EQ(tokens[1].text, "b");
}

TEST(HostileText, LongHanRunLosesNoCharacter) {
    Analyzer analyzer;
    std::size_t characters = 0;
    for (const Token& token : analyzer.analyze(repeated("中", 10'000))) {
        characters += token.kind == TokenKind::han_char ? 1U : 0U;
    }
    EXPECT_EQ(characters, 10'000U);
}

}  // namespace
}  // namespace sinodex
