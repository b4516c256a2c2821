// SPDX-License-Identifier: GPL-2.0-or-later

// Checks what holds for every text, and for bytes that are none.

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "corpus/error.h"
#include "corpus/quantities/amount_query.h"
#include "corpus/quantities/amounts.h"
#include "corpus/quantities/date_query.h"
#include "corpus/quantities/dates.h"

namespace sinodex {
namespace {

bool is_boundary(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

template <typename Found>
void expect_sound(std::string_view text, const std::vector<Found>& found, bool utf8) {
    std::uint32_t end = 0;
    for (const Found& one : found) {
        EXPECT_LE(end, one.range.begin) << text;
        EXPECT_LT(one.range.begin, one.range.end) << text;
        EXPECT_LE(one.range.end, text.size()) << text;
        end = one.range.end;
        if (!utf8 || end > text.size()) continue;
        EXPECT_TRUE(is_boundary(text, one.range.begin) && is_boundary(text, end)) << text;
    }
}

class Hostile : public ::testing::Test {
 protected:
    void check(std::string_view text, bool utf8) {
        const auto& found = amounts_.find(text);
        expect_sound(text, found, utf8);
        for (const Amount& amount : found) {
            EXPECT_FALSE(amount.high < amount.low) << text;
            EXPECT_GE(amount.precision, 1) << text;
        }
        for (const auto published : {std::optional<Day>(), day_of(2023, 8, 14)}) {
            const auto& dates = dates_.find(text, published);
            expect_sound(text, dates, utf8);
            for (const DateMention& date : dates) {
                EXPECT_EQ(date.days.has_value(), date.kind != DateKind::unresolved) << text;
                EXPECT_TRUE(!date.days || date.days->from <= date.days->to) << text;
            }
        }
    }

    AmountFinder amounts_;
    DateFinder dates_;
    std::mt19937 random_{20230814};
};

TEST_F(Hostile, RandomPiecesOfAmountsAndDates) {
    static const std::vector<std::string> kPieces = {
        "$",       "US$",        "¥",      "1",    "2021",    "18.2",    "1,000",  "5",
        "31",      "billion",    "bn",     "m",    "hundred", "half",    "a",      "an",
        "and",     "to",         "-",      "–",    "from",    "between", "%",      "per",
        "cent",    "percentage", "points", "one",  "twenty",  "in",      "of",     "third",
        "quarter", "years",      "ago",    "last", "next",    "May",     "July",   "Friday",
        "early",   "end",        "Q3",     "the",  ",",       ".",       "/",      "#",
        "\n",      " ",          " ",      "亿",   "万",      "元",      "十",     "百",
        "千",      "三",         "〇",     "多",   "百分之",  "分之",    "成",     "年",
        "月",      "日",         "个",     "家",   "用户",    "去年",    "上周",   "底",
        "第",      "季度",       "前",     "至",   "約",      "人民币",  "\u3000", "é"};
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        const auto size = random_() % 12;
        for (std::size_t i = 0; i < size; ++i) {
            text += kPieces[random_() % kPieces.size()];
            if (random_() % 3 == 0) text += ' ';
        }
        check(text, true);
    }
}

TEST_F(Hostile, RandomBytes) {
    for (int round = 0; round < 2000; ++round) {
        std::string text(random_() % 200, '\0');
        for (char& c : text) c = static_cast<char>(random_());
        check(text, false);
    }
}

TEST_F(Hostile, LongRunsOfOneThing) {
    for (const char* piece : {"1",
                              "1,",
                              "1.",
                              "9 billion ",
                              "$",
                              "十",
                              "万",
                              "亿",
                              "one hundred ",
                              "and ",
                              "1 million million ",
                              "一",
                              "2021-",
                              "last ",
                              "early ",
                              "end of ",
                              "May ",
                              "twenty ",
                              "half a ",
                              "年",
                              "9千万亿",
                              "##",
                              "第",
                              "\xE4\xB8"}) {
        std::string text;
        while (text.size() < 100000) text += piece;
        check(text, false);
    }
}

TEST_F(Hostile, QueriesAreReadOrRefused) {
    static const std::string kCharacters = "0123456789.,-><=$% bnmtusdcny:";
    for (int round = 0; round < 20000; ++round) {
        std::string text(random_() % 10, ' ');
        for (char& c : text) c = kCharacters[random_() % kCharacters.size()];
        try {
            const AmountQuery query = parse_amount_query(text);
            EXPECT_TRUE(query.low || query.high) << text;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::usage);
        }
        try {
            const DateQuery query = parse_date_query(text);
            EXPECT_TRUE(query.from || query.to) << text;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::usage);
        }
    }
}

}  // namespace
}  // namespace sinodex
