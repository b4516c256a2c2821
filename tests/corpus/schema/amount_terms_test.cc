// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/amount_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace sinodex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Amount amount(Decimal low, Decimal high, Unit unit) {
    return {{}, low, high, unit, Qualifier::exactly, 1};
}

TEST(AmountTerms, AreAValueAndItsBucket) {
    const Decimal fine(18228, 6);
    EXPECT_THAT(index_terms(amount(fine, fine, Unit::cny)),
                ElementsAre("XMcny:30:18228", "XMcny#30:1"));
    const Decimal cent(1, -2);
    EXPECT_THAT(index_terms(amount(cent, cent, Unit::usd)),
                ElementsAre("XMusd:18:1", "XMusd#18:1"));
}

TEST(AmountTerms, OfARangeAreThoseOfBothEnds) {
    EXPECT_THAT(
        index_terms(amount(Decimal(3, 0), Decimal(5, 0), Unit::percent)),
        ElementsAre("XMpercent:20:3", "XMpercent#20:3", "XMpercent:20:5", "XMpercent#20:5"));
}

TEST(AmountTerms, DoNotDependOnHowAValueIsWritten) {
    const Decimal a(18228, 6);
    const Decimal b(18'228'000'000, 0);
    EXPECT_EQ(index_terms(amount(a, a, Unit::cny)), index_terms(amount(b, b, Unit::cny)));
}

TEST(AmountTerms, AgreeForAllNotationsOfAnAmount) {
    AmountFinder finder;
    const auto terms = [&](std::string_view text) { return index_terms(finder.find(text).at(0)); };
    const auto expected = terms("18.228 billion yuan");
    EXPECT_THAT(expected, ElementsAre("XMcny:30:18228", "XMcny#30:1"));
    for (const char* text :
         {"RMB 182.28亿", "182.28亿元", "182.28億元人民幣", "18,228 million yuan", "CNY18.228bn",
          "18228000000元", "1822800万元", "RMB18.2280bn"}) {
        EXPECT_EQ(terms(text), expected) << text;
    }
    for (const char* text :
         {"$1,100 billion", "US$1.1tn", "1.1万亿美元", "1.10 trillion dollars"}) {
        EXPECT_EQ(terms(text), terms("$1.1 trillion")) << text;
    }
    EXPECT_EQ(terms("three hours"), terms("3小时"));
    EXPECT_EQ(terms("1 per cent"), terms("百分之一"));
    EXPECT_NE(terms("$1.1 trillion"), terms("$1.1 billion"));
    EXPECT_NE(terms("$1.1 trillion"), terms("1.1万亿元"));
}

TEST(AmountTerms, OfAnAmbiguousYenAreItsOwn) {
    AmountFinder finder;
    EXPECT_THAT(index_terms(finder.find("¥5bn").at(0)),
                ElementsAre("XMyen_or_yuan:29:5", "XMyen_or_yuan#29:5"));
}

TEST(AmountTerms, OfNothingAndOfWhatCannotBeWrittenAreNone) {
    for (const Decimal value :
         {Decimal(), Decimal(-5, 0), Decimal(9, -21), Decimal(1, 80), Decimal(12, 79)}) {
        EXPECT_THAT(index_terms(amount(value, value, Unit::usd)), IsEmpty()) << value.text();
        EXPECT_EQ(sortable(value), "");
    }
    EXPECT_EQ(sortable(Decimal(1, -20)), "00:1");
    EXPECT_EQ(sortable(Decimal(99, 78)), "99:99");
}

TEST(AmountTerms, BeginWithThePrefixOfTheirUnit) {
    for (int unit = 0; unit < kUnits; ++unit) {
        const Unit of = static_cast<Unit>(unit);
        const auto terms = index_terms(amount(Decimal(7, 0), Decimal(7, 0), of));
        ASSERT_EQ(terms.size(), 2U);
        EXPECT_TRUE(terms[0].starts_with(amount_prefix(of, false))) << terms[0];
        EXPECT_TRUE(terms[1].starts_with(amount_prefix(of, true))) << terms[1];
    }
}

// A range of amounts is looked up as a range of terms.
TEST(AmountTerms, StandInTheOrderOfValues) {
    std::mt19937_64 random(1);
    const auto decimal = [&random] {
        const auto digits = static_cast<unsigned>(1 + random() % 15);
        std::int64_t mantissa = 1 + static_cast<std::int64_t>(random() % 9);
        for (unsigned i = 1; i < digits; ++i) {
            mantissa = 10 * mantissa + static_cast<std::int64_t>(random() % 10);
        }
        return Decimal(mantissa, static_cast<int>(random() % 24) - 6);
    };
    for (int round = 0; round < 20'000; ++round) {
        const Decimal a = decimal();
        // Half of them differ in few digits.
        const Decimal b =
            round % 2 == 0 ? decimal() : a.plus(Decimal(1, a.exponent() + round % 7)).value_or(a);
        const std::string left = sortable(a);
        const std::string right = sortable(b);
        ASSERT_FALSE(left.empty() || right.empty()) << a.text() << ' ' << b.text();
        ASSERT_EQ(left < right, a < b) << a.text() << ' ' << b.text();
        ASSERT_EQ(left == right, a == b) << a.text() << ' ' << b.text();
    }
}

}  // namespace
}  // namespace sinodex
