// SPDX-License-Identifier: GPL-2.0-or-later

// Amounts and dates that a scanner misread.

#include <gtest/gtest.h>

#include "tests/corpus/quantities/found_quantities.h"

namespace sinodex {
namespace {

const std::optional<Day> kScanned = day_of(2024, 5, 20);

struct MisreadCase {
    const char* text;
    const char* amounts;
    const char* dates;
};

class Misread : public ::testing::TestWithParam<MisreadCase> {};

TEST_P(Misread, IsMended) {
    EXPECT_EQ(found_amounts(GetParam().text), GetParam().amounts);
    EXPECT_EQ(found_dates(GetParam().text, kScanned), GetParam().dates);
}

INSTANTIATE_TEST_SUITE_P(
    Numbers, Misread,
    ::testing::Values(MisreadCase{"a charge of $7O million", "7e7 usd", ""},
                      MisreadCase{"it pays 3OO,O00 yuan", "3e5 cny", ""},
                      MisreadCase{"a loss of €4.l2 bn", "4.12e9 eur", ""},
                      MisreadCase{"margins of l8.5%", "1.85e1 percent", ""},
                      MisreadCase{"l.5 percentage points less", "1.5e0 percentage_points", ""},
                      MisreadCase{"罚款2OO万元", "2e6 cny", ""},
                      MisreadCase{"跌l2.4%", "1.24e1 percent", ""},
                      MisreadCase{"ruled in 2Ol8", "", "a 2018-01-01..2018-12-31 year"},
                      MisreadCase{"July l9, 2O23", "", "a 2023-07-19 day"},
                      MisreadCase{"3月2l日", "", "r 2024-03-21 day"},
                      MisreadCase{"二O二一年三月", "", "a 2021-03-01..2021-03-31 month"},
                      MisreadCase{"二0二二年", "", "a 2022-01-01..2022-12-31 year"}));

INSTANTIATE_TEST_SUITE_P(
    Words, Misread,
    ::testing::Values(MisreadCase{"$12 mi11ion", "1.2e7 usd", ""},
                      MisreadCase{"9 bi11ion yuan", "9e9 cny", ""},
                      MisreadCase{"for three rnonths", "3e0 months", ""},
                      MisreadCase{"on 4 Novernber 2023", "", "a 2023-11-04 day"},
                      MisreadCase{"0ctober 2022", "", "a 2022-10-01..2022-10-31 month"},
                      MisreadCase{"two years ear1ier", "", "r 2022-01-01..2022-12-31 year"},
                      MisreadCase{"40亿美兀", "4e9 usd", ""},
                      MisreadCase{"罚款300万兀", "3e6 cny", ""},
                      MisreadCase{"5月6曰宣布", "", "r 2024-05-06 day"},
                      MisreadCase{"2017午的罚款", "", "a 2017-01-01..2017-12-31 year"},
                      MisreadCase{"为期十夭", "1e1 days", ""}));

// What looks alike and is right as it stands.
INSTANTIATE_TEST_SUITE_P(NearMisses, Misread,
                         ::testing::Values(MisreadCase{"GPT-4o and an o1 model", "", ""},
                                           MisreadCase{"a bottle of 5l and the 2I series", "", ""},
                                           MisreadCase{"page l2 of the file", "", ""},
                                           MisreadCase{"the H1B, the B2O paper", "", ""},
                                           MisreadCase{"a modern government of the born", "", ""},
                                           MisreadCase{"子曰五十", "", ""},
                                           MisreadCase{"上午八点", "", ""},
                                           MisreadCase{"in the 1st round, 10th place", "", ""}));

}  // namespace
}  // namespace sinodex
