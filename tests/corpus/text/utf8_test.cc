// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/utf8.h"

#include <gtest/gtest.h>

namespace sinodex {
namespace {

std::string widened(const std::string& text, std::uint32_t begin, std::uint32_t end) {
    return std::string(slice(text, with_marks(text, {begin, end})));
}

TEST(WithMarks, KeepsMarksWithTheirCharacter) {
    const std::string text = "xe\u0301\u0327y";
    EXPECT_EQ(widened(text, 1, 2), "e\u0301\u0327");
    EXPECT_EQ(widened(text, 2, 4), "e\u0301\u0327");
    EXPECT_EQ(widened(text, 4, 7), "e\u0301\u0327y");
    EXPECT_EQ(widened(text, 0, 1), "x");
    EXPECT_EQ(widened(text, 6, 7), "y");
    EXPECT_EQ(widened(text, 4, 4), "e\u0301\u0327");
}

TEST(WithMarks, CutsNoCharacter) {
    EXPECT_EQ(widened("中文字", 4, 5), "文");
    EXPECT_EQ(widened("中文字", 3, 6), "文");
    EXPECT_EQ(widened("🙂", 1, 2), "🙂");
}

TEST(WithMarks, StaysWithinTheText) {
    EXPECT_EQ(widened("\u0301\u0301", 2, 4), "\u0301\u0301");
    EXPECT_EQ(widened("e\u0301", 0, 1), "e\u0301");
    EXPECT_EQ(widened("", 0, 0), "");
}

}  // namespace
}  // namespace sinodex
