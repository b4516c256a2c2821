// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/terminal.h"

#include <gtest/gtest.h>

#include "tests/searcher/rendering/columns.h"

namespace sinodex {
namespace {

TEST(Terminal, CountsColumns) {
    EXPECT_EQ(columns_of(std::string_view("")), 0U);
    EXPECT_EQ(columns_of(std::string_view("Didi 滴滴")), 9U);
    EXPECT_EQ(columns_of(std::string_view("e\u0301")), 1U);
    EXPECT_EQ(columns_of(std::string_view("\xFF")), 1U);
}

TEST(Terminal, FitsTextIntoColumns) {
    EXPECT_EQ(fitted("Didi", 6), "Didi  ");
    EXPECT_EQ(fitted("Didi", 4), "Didi");
    EXPECT_EQ(fitted("Didi", 3), "Di…");
    EXPECT_EQ(fitted("Didi", 1), "…");
    EXPECT_EQ(fitted("Didi", 0), "");
    EXPECT_EQ(fitted("蚂蚁集团", 8), "蚂蚁集团");
    EXPECT_EQ(fitted("蚂蚁集团", 7), "蚂蚁集…");
    EXPECT_EQ(fitted("蚂蚁集团", 6), "蚂蚁… ");
    for (std::size_t width = 0; width < 30; ++width) {
        EXPECT_EQ(columns_of(std::string_view(fitted("Ant 蚂蚁 e\u0301 group 集团", width))),
                  width);
    }
}

TEST(Terminal, DrawsBarsInEighths) {
    EXPECT_EQ(bar(0, 8, 1), "");
    EXPECT_EQ(bar(1, 8, 1), "▏");
    EXPECT_EQ(bar(4, 8, 1), "▌");
    EXPECT_EQ(bar(8, 8, 1), "█");
    EXPECT_EQ(bar(8, 8, 3), "███");
    EXPECT_EQ(bar(4, 8, 3), "█▌");
    EXPECT_EQ(bar(1, 1'000'000, 10), "▏");
    EXPECT_EQ(bar(9, 8, 2), "██");
    EXPECT_EQ(bar(1, 0, 2), "");
}

TEST(Terminal, GroupsDigits) {
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(999), "999");
    EXPECT_EQ(grouped(1000), "1,000");
    EXPECT_EQ(grouped(1234567), "1,234,567");
}

}  // namespace
}  // namespace sinodex
