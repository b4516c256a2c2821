// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/dates.h"

#include <gtest/gtest.h>

namespace sinodex {
namespace {

struct Case {
    const char* text;
    const char* date;
};

class Dates : public ::testing::TestWithParam<Case> {};

TEST_P(Dates, AreNormalised) { EXPECT_EQ(normalised_date(GetParam().text), GetParam().date); }

INSTANTIATE_TEST_SUITE_P(
    Complete, Dates,
    ::testing::Values(
        Case{"2021-04-10", "2021-04-10"}, Case{" 2021-04-10T08:00:00+08:00 ", "2021-04-10"},
        Case{"2021-04-10 08:00", "2021-04-10"}, Case{"2021/4/1", "2021-04-01"},
        Case{"2021.04.10", "2021-04-10"}, Case{"20210410", "2021-04-10"},
        Case{"20210410T080000Z", "2021-04-10"}, Case{"April 10, 2021", "2021-04-10"},
        Case{"Apr. 10, 2021", "2021-04-10"}, Case{"Sept 1 2023", "2023-09-01"},
        Case{"May 3, 2021", "2021-05-03"}, Case{"10 April 2021", "2021-04-10"},
        Case{"10th April 2021", "2021-04-10"}, Case{"1st May, 2021", "2021-05-01"},
        Case{"Saturday, April 10, 2021", "2021-04-10"},
        Case{"Sat, 10 Apr 2021 08:00:00 GMT", "2021-04-10"},
        Case{"26-FEB-1987 15:01:01.79", "1987-02-26"}, Case{"2021年4月10日", "2021-04-10"},
        Case{"2021年4月10日 星期六", "2021-04-10"}, Case{"2020-02-29", "2020-02-29"}));

INSTANTIATE_TEST_SUITE_P(NumbersOnly, Dates,
                         ::testing::Values(Case{"24/11/2020", "2020-11-24"},
                                           Case{"11/24/2020", "2020-11-24"},
                                           Case{"04.11.2020", "2020-11-04"},
                                           Case{"10/10/2020", "2020-10-10"},
                                           Case{"28.01.22", "2022-01-28"}, Case{"1.2.22", ""},
                                           Case{"28/01/22", ""}, Case{"24.13.2020", ""}));

INSTANTIATE_TEST_SUITE_P(
    OtherLanguages, Dates,
    ::testing::Values(Case{"3. Juli 2018", "2018-07-03"}, Case{"1. März 2020", "2020-03-01"},
                      Case{"29 juin 2019", "2019-06-29"}, Case{"1er août 2019", "2019-08-01"},
                      Case{"10 de mayo de 2020", "2020-05-10"}, Case{"8 agosto 2021", "2021-08-08"},
                      Case{"Juli 12, 2017", "2017-07-12"}, Case{"3. Julia 2018", ""}));

INSTANTIATE_TEST_SUITE_P(WrittenTogether, Dates,
                         ::testing::Values(Case{"20210410080000", "2021-04-10"},
                                           Case{"202104100800", "2021-04-10"},
                                           Case{"20211310080000", ""}, Case{"202104", ""}));

INSTANTIATE_TEST_SUITE_P(
    UnixTimes, Dates,
    ::testing::Values(Case{"1618012800", "2021-04-10"}, Case{"1618012800.5", "2021-04-10"},
                      Case{"1618012800000", "2021-04-10"}, Case{"1618012800000000", "2021-04-10"},
                      Case{"1618012800000000000", "2021-04-10"}, Case{"100000000", "1973-03-03"}));

INSTANTIATE_TEST_SUITE_P(ChineseNumerals, Dates,
                         ::testing::Values(Case{"二〇二一年四月十日", "2021-04-10"},
                                           Case{"二零二三年十一月二十三日", "2023-11-23"},
                                           Case{"二〇二一年十月三十日", "2021-10-30"}));

INSTANTIATE_TEST_SUITE_P(Partial, Dates,
                         ::testing::Values(Case{"2021", "2021"}, Case{"2021年", "2021"},
                                           Case{"2021-04", "2021-04"}, Case{"2021/4", "2021-04"},
                                           Case{"2021年4月", "2021-04"},
                                           Case{"April 2021", "2021-04"}));

INSTANTIATE_TEST_SUITE_P(Dropped, Dates,
                         ::testing::Values(Case{"", ""}, Case{"   ", ""}, Case{"yesterday", ""},
                                           Case{"2021-02-30", ""}, Case{"2021-13-01", ""},
                                           Case{"2021-00-10", ""}, Case{"2021-04-00", ""},
                                           Case{"0021-04-10", ""}, Case{"2019-02-29", ""},
                                           Case{"10/04/2021", ""}, Case{"April 31, 2021", ""},
                                           Case{"April", ""}, Case{"10", ""}, Case{"99999999", ""},
                                           Case{"99999999999999999999999", ""},
                                           Case{"Thursday", ""}));

}  // namespace
}  // namespace sinodex
