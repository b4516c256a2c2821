// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/white_space.h"

#include <gtest/gtest.h>

namespace sinodex {
namespace {

TEST(Trimmed, TakesWhiteSpaceOffBothEnds) {
    const std::string text = "x \t\r\n\f\v\u00A0\u3000中 文\u3000\u00A0 x";
    const ByteRange inner{1, static_cast<std::uint32_t>(text.size()) - 1};
    EXPECT_EQ(slice(text, trimmed(text, inner)), "中 文");
}

TEST(Trimmed, LeavesNothingOfWhiteSpace) {
    const std::string text = " \u3000\u00A0\n";
    EXPECT_TRUE(trimmed(text, {0, static_cast<std::uint32_t>(text.size())}).empty());
    EXPECT_TRUE(trimmed("", {0, 0}).empty());
}

// U+2003 ends with the byte 0x83, U+4E00 with 0x80: no parts of a space.
TEST(Trimmed, KeepsOtherCharacters) {
    const std::string text = "\u2003à\u4E00";
    EXPECT_EQ(slice(text, trimmed(text, {0, static_cast<std::uint32_t>(text.size())})), text);
}

}  // namespace
}  // namespace sinodex
