// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "corpus/quantities/amount_query.h"
#include "corpus/quantities/date_query.h"
#include "tests/support/expect_error.h"

namespace sinodex {
namespace {

struct Asked {
    const char* query;
    const char* text;
    bool found;
};

class AmountQueries : public ::testing::TestWithParam<Asked> {};

TEST_P(AmountQueries, Match) {
    AmountFinder finder;
    const auto& amounts = finder.find(GetParam().text);
    ASSERT_EQ(amounts.size(), 1U);
    EXPECT_EQ(matches(parse_amount_query(GetParam().query), amounts[0]), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    All, AmountQueries,
    ::testing::Values(
        Asked{"usd>1tn", "$1.1 trillion", true}, Asked{"usd>1tn", "$1 trillion", false},
        Asked{"usd>=1tn", "1万亿美元", true}, Asked{"usd>1tn", "1.1 trillion yuan", false},
        Asked{">10bn", "18.2bn yuan", true}, Asked{"> 10bn", "$11bn", true},
        Asked{"<10bn", "$10bn", false}, Asked{"<=10bn", "$10bn", true},
        Asked{"1bn..50bn", "$1bn", true}, Asked{"1bn..50bn", "$50bn", true},
        Asked{"1bn..50bn", "$51bn", false}, Asked{"$1bn..$50bn", "2bn yuan", false},
        Asked{"..5%", "3%", true}, Asked{"5%..", "3%", false}, Asked{"5%", "5%", true},
        Asked{"5%", "5.4%", true}, Asked{"5%", "6%", false}, Asked{"10%", "5.5%", false},
        Asked{"18.2bn yuan", "18.228 billion yuan", true}, Asked{"18.2bn yuan", "182.28亿元", true},
        Asked{"18.2bn yuan", "18.3bn yuan", false}, Asked{"18.20bn yuan", "18.228bn yuan", false},
        Asked{"182亿元", "18.228bn yuan", true}, Asked{"cny:100亿..200亿", "18.2bn yuan", true},
        Asked{"rmb>1bn", "RMB 5bn", true}, Asked{"CNY>1bn", "RMB 5bn", true},
        Asked{"cny>1bn", "¥5bn", true}, Asked{"¥5bn", "5bn yuan", true},
        Asked{"¥5bn", "JPY 5bn", true}, Asked{"¥5bn", "$5bn", false},
        Asked{"jpy:5bn", "5bn yuan", false}, Asked{"usd>1bn", "¥5bn", false},
        Asked{"usd>1bn", "$0.5bn-$2bn", true}, Asked{"users>100m", "500 million users", true},
        Asked{"3 hours", "three hours", true}, Asked{"百分之五", "5%", true}));

TEST(AmountQuery, RefusesWhatIsNone) {
    for (const char* text :
         {"", "usd", "usd>", "..", "banana", ">banana", "5bn..1bn", "$1bn..2bn yuan",
          "1bn and more", "usd:5bn yuan", "99999999999999999999999", "1..2..3"}) {
        testing::expect_error(ErrorKind::usage, "is no amount", [&] { parse_amount_query(text); });
    }
}

struct Days {
    const char* query;
    const char* from;
    const char* to;
};

class DateQueries : public ::testing::TestWithParam<Days> {};

TEST_P(DateQueries, AreRead) {
    const DateQuery query = parse_date_query(GetParam().query);
    EXPECT_EQ(query.from ? day_text(*query.from) : "", GetParam().from);
    EXPECT_EQ(query.to ? day_text(*query.to) : "", GetParam().to);
}

INSTANTIATE_TEST_SUITE_P(
    All, DateQueries,
    ::testing::Values(Days{"2021", "2021-01-01", "2021-12-31"},
                      Days{"2021-04", "2021-04-01", "2021-04-30"},
                      Days{"2020-02", "2020-02-01", "2020-02-29"},
                      Days{"2021-04-10", "2021-04-10", "2021-04-10"},
                      Days{"2021/04/10", "2021-04-10", "2021-04-10"},
                      Days{"20210410", "2021-04-10", "2021-04-10"},
                      Days{"2021-08..2022-03", "2021-08-01", "2022-03-31"},
                      Days{"..2022", "", "2022-12-31"}, Days{"2021..", "2021-01-01", ""},
                      Days{">2021", "2022-01-01", ""}, Days{">=2021", "2021-01-01", ""},
                      Days{"<2021", "", "2020-12-31"}, Days{"<=2021-06", "", "2021-06-30"}));

TEST(DateQuery, RefusesWhatIsNone) {
    for (const char* text : {"", "..", "20", "2021-13", "2021-02-30", "2022..2021", "yesterday",
                             ">", "2021-4", "2021..2022..2023", "2021-04-10x", "2021-"}) {
        testing::expect_error(ErrorKind::usage, "is no date", [&] { parse_date_query(text); });
    }
}

}  // namespace
}  // namespace sinodex
