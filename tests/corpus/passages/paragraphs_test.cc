// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/passages/paragraphs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/text/sample_texts.h"

namespace sinodex {
namespace {

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> found;
    for (const ByteRange range : paragraphs(text)) found.emplace_back(slice(text, range));
    return found;
}

TEST(Paragraphs, EndAtBlankLines) {
    EXPECT_THAT(split(""), testing::IsEmpty());
    EXPECT_THAT(split("\n \n\u3000\n\u00A0\n"), testing::IsEmpty());
    EXPECT_THAT(split("a\n\nb\n \nc"), testing::ElementsAre("a", "b", "c"));
    EXPECT_THAT(split("  a\t\n\u3000\u3000b\u00A0\n"), testing::ElementsAre("a", "b"));
    EXPECT_THAT(split("a\r\n\r\nb\r\n"), testing::ElementsAre("a", "b"));
}

// Lines of 50 to 110 bytes are joined when something shows that they were wrapped.
TEST(Paragraphs, WrappedLinesAreOne) {
    const std::string full = "China's market regulator fined the company a record";
    for (const char* next : {"amount on Saturday.", "18.2 billion yuan", "1.5 billion yuan",
                             "Alibaba said", "“We accept it”"}) {
        const std::string text = full + "\n" + next;
        EXPECT_THAT(split(text), testing::ElementsAre(text));
    }
}

TEST(Paragraphs, LinesThatStandAlone) {
    const std::string full = "China's market regulator fined the company a record";
    for (const char* next : {"- Alibaba", "• Alibaba", "* Alibaba", "1. Alibaba", "2) Alibaba",
                             "# Alibaba", "| Alibaba |"}) {
        EXPECT_THAT(split(full + "\n" + next), testing::ElementsAre(full, next));
    }
    for (const char* mark : {".", "!", "?", ":", "\"", ".”", ".’", "。", "」"}) {
        EXPECT_THAT(split(full + mark + "\nAlibaba"), testing::ElementsAre(full + mark, "Alibaba"));
    }
    EXPECT_THAT(split("A heading\nAlibaba"), testing::ElementsAre("A heading", "Alibaba"));
    const std::string line = repeated("word ", 30) + "word";
    EXPECT_THAT(split(line + "\n" + line), testing::ElementsAre(line, line));
}

TEST(HalfWords, CountsWordsTwiceAndChineseCharactersOnce) {
    const std::vector<std::pair<const char*, std::uint32_t>> cases{
        {"", 0},        {"…—", 0},     {"Ant", 2},         {"Ant Group", 4},
        {"don’t", 2},   {"don't", 4},  {"été à Séoul", 6}, {"蚂蚁集团", 4},
        {"Ant集团", 4}, {"5G 5.5", 6}, {"Китай и США", 6}, {"한국 은행", 4},
        {"𠀀𠀁", 2},
    };
    for (const auto& [text, count] : cases) EXPECT_EQ(half_words(text), count) << text;
}

TEST(HalfWords, TextWithoutWordsCountsByItsBytes) {
    for (const char* piece : {"x", "★", "ท", "0", "\u0301"}) {
        const std::string text = repeated(piece, 120'000 / std::string_view(piece).size());
        EXPECT_GE(half_words(text), 10'000U) << piece;
    }
}

}  // namespace
}  // namespace sinodex
