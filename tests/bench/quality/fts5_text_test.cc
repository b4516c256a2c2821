// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/fts5_text.h"

#include <gtest/gtest.h>

namespace sinodex {
namespace {

TEST(Fts5Query, QuotesEveryWordAndPairsOfCharacters) {
    struct Case {
        const char* query;
        const char* expression;
    };
    for (const Case& c : {
             Case{"", ""},
             Case{" ?! \"*\" ", ""},
             Case{"Didi", "\"Didi\""},
             Case{"Didi's fine", "\"Didi\" OR \"s\" OR \"fine\""},
             Case{"a AND NOT \"b\" NEAR(c*)",
                  "\"a\" OR \"AND\" OR \"NOT\" OR \"b\" OR \"NEAR\" OR \"c\""},
             Case{"title:x ^y -z", "\"title\" OR \"x\" OR \"y\" OR \"z\""},
             Case{"naïve “café”", "\"naïve\" OR \"café\""},
             Case{"罚", "\"罚\""},
             Case{"蚂蚁集团", "\"蚂 蚁\" OR \"蚁 集\" OR \"集 团\""},
             Case{"罚、款", "\"罚\" OR \"款\""},
             Case{"滴滴IPO罚", "\"滴 滴\" OR \"IPO\" OR \"罚\""},
         }) {
        EXPECT_EQ(fts5_query(c.query), c.expression) << c.query;
    }
}

TEST(Fts5Text, SetsCharactersApart) {
    EXPECT_EQ(fts5_text("Didi fined, naïve"), "Didi fined, naïve");
    EXPECT_EQ(fts5_text("被罚80亿"), " 被  罚 80 亿 ");
}

}  // namespace
}  // namespace sinodex
