// SPDX-License-Identifier: GPL-2.0-or-later

// Periods, days that are told of by others, and days that are written briefly.

#include <gtest/gtest.h>

#include "tests/corpus/quantities/found_quantities.h"

namespace sinodex {
namespace {

// A Wednesday.
const std::optional<Day> kToday = day_of(2024, 11, 20);

struct PeriodCase {
    const char* text;
    const char* dates;
};

class Times : public ::testing::TestWithParam<PeriodCase> {};

TEST_P(Times, AreFound) { EXPECT_EQ(found_dates(GetParam().text, kToday), GetParam().dates); }

INSTANTIATE_TEST_SUITE_P(
    Periods, Times,
    ::testing::Values(
        PeriodCase{"the three months to September", "r 2024-07-01..2024-09-30 quarter"},
        PeriodCase{"the six months to 30 June", "r 2024-01-01..2024-06-30 half"},
        PeriodCase{"the nine months ending on 30 September 2024", "a 2024-01-01..2024-09-30 span"},
        PeriodCase{"the quarter ended October 27, 2024", "a 2024-07-29..2024-10-27 quarter"},
        PeriodCase{"in the year to June 2026", "a 2025-07-01..2026-06-30 year"},
        PeriodCase{"It took a year to June.", "r 2024-06-01..2024-06-30 month"},
        PeriodCase{"截至8月31日的三个月", "r 2024-06-01..2024-08-31 quarter"},
        PeriodCase{"答：前两个月有三家上市。", "r 2024-01-01..2024-02-29 span"},
        PeriodCase{"事故前两个月有三家上市。", ""},
        PeriodCase{"截至9月30日的季度", "r 2024-07-01..2024-09-30 quarter"},
        PeriodCase{"9月季度收入", "r 2024-07-01..2024-09-30 quarter"},
        PeriodCase{"last qtr", "r 2024-07-01..2024-09-30 quarter"},
        PeriodCase{"Note: 2021 4th quarter gains", "a 2021-10-01..2021-12-31 quarter"},
        PeriodCase{"for the 2nd quarter only", "r 2024-04-01..2024-06-30 quarter"},
        PeriodCase{"up from 3Q23; 22% in the previous quarter",
                   "a 2023-07-01..2023-09-30 quarter, r 2024-04-01..2024-06-30 quarter"},
        PeriodCase{"from a quarter to March it fell", ""},
        PeriodCase{"截至2024年9月30日止季度", "a 2024-07-01..2024-09-30 quarter"},
        PeriodCase{"截至6月30日止六個月", "r 2024-01-01..2024-06-30 half"},
        PeriodCase{"截至2023年12月31日止年度", "a 2023-01-01..2023-12-31 year"},
        PeriodCase{"于9月30日停止", "r 2024-09-30 day"},
        PeriodCase{"third-quarter profit", "r 2024-07-01..2024-09-30 quarter"},
        PeriodCase{"its first-half 2023 sales", "a 2023-01-01..2023-06-30 half"},
        PeriodCase{"a third quarter-final", "r 2024-07-01..2024-09-30 quarter"},
        PeriodCase{"2025财年第二季度", "a 2025-01-01..2025-12-31 year"},
        PeriodCase{"the first nine months of 2024", "a 2024-01-01..2024-09-30 span"},
        PeriodCase{"in the first ten months", "r 2024-01-01..2024-10-31 span"},
        PeriodCase{"the first two months of the deal", ""},
        PeriodCase{"the March 2024 quarter", "a 2024-01-01..2024-03-31 quarter"},
        PeriodCase{"on November 7 and 8.", "r 2024-11-07..2024-11-08 span"},
        PeriodCase{"on November 7 and 8 men", "r 2024-11-07 day"},
        PeriodCase{"the April-June quarter", "r 2024-04-01..2024-06-30 quarter"},
        PeriodCase{"profit for the first half rose", "r 2024-01-01..2024-06-30 half"},
        PeriodCase{"in the first half of the match", ""},
        PeriodCase{"rules in force from 15 January", "r 2025-01-15 day"},
        PeriodCase{"were in force from 15 January", "r 2024-01-15 day"},
        PeriodCase{"in H2 next year", "r 2025-07-01..2025-12-31 half"},
        PeriodCase{"the final quarter of 2023", "a 2023-10-01..2023-12-31 quarter"},
        PeriodCase{"the last quarter of 2022", "a 2022-10-01..2022-12-31 quarter"},
        PeriodCase{"the final quarter of the game", ""},
        PeriodCase{"the 12 months to March 2023", "a 2023-03-01..2023-03-31 month"},
        PeriodCase{"1 January to 31 March 2024", "a 2024-01-01..2024-03-31 span"},
        PeriodCase{"去年12月至今年2月", "r 2023-12-01..2024-02-29 span"},
        PeriodCase{"本月18至22日", "r 2024-11-18..2024-11-22 span"},
        PeriodCase{"10月3-5日", "r 2024-10-03..2024-10-05 span"},
        PeriodCase{"上半年和三季度",
                   "r 2024-01-01..2024-06-30 half, r 2024-07-01..2024-09-30 quarter"},
        PeriodCase{"将于上半年完成", "r 2025-01-01..2025-06-30 half"}, PeriodCase{"大前天", ""},
        PeriodCase{"上周末", "r 2024-11-16..2024-11-17 span"},
        PeriodCase{"国庆当天", "r 2024-10-01 day"},
        PeriodCase{"本季", "r 2024-10-01..2024-12-31 quarter"},
        PeriodCase{"下季度", "r 2025-01-01..2025-03-31 quarter"},
        PeriodCase{"今年首季", "r 2024-01-01..2024-03-31 quarter"}));

INSTANTIATE_TEST_SUITE_P(
    ToldOfByOthers, Times,
    ::testing::Values(
        PeriodCase{"In Q3 2024 it earned more than in the same period of 2023.",
                   "a 2024-07-01..2024-09-30 quarter, r 2023-07-01..2023-09-30 span"},
        PeriodCase{"the same period of study", ""},
        PeriodCase{"In the third quarter it lost money, unlike a year earlier.",
                   "r 2024-07-01..2024-09-30 quarter, r 2023-07-01..2023-09-30 span"},
        PeriodCase{"On May 3 it fell, three days later it rose.",
                   "r 2024-05-03 day, r 2024-05-06 day"},
        PeriodCase{"three days later", ""},
        PeriodCase{"5月3日启动审查；两天后下架", "r 2024-05-03 day, r 2024-05-05 day"},
        PeriodCase{"法案五年后生效", "r 2029-01-01..2029-12-31 year"},
        PeriodCase{"五年后的今天", "r 2024-11-20 day"},
        PeriodCase{"published on 30 August, and on the 28th of the same month listed",
                   "r 2024-08-30 day, r 2024-08-28 day"},
        PeriodCase{"Oct: two firms default, one on the 4th",
                   "r 2024-10-01..2024-10-31 month, r 2024-10-04 day"},
        PeriodCase{"一部分在10月12日生效，另一部分在21日", "r 2024-10-12 day, r 2024-10-21 day"},
        PeriodCase{"部分10月12日生效。21日休市", "r 2024-10-12 day, r 2024-11-21 day"},
        PeriodCase{"as of December 31, 2023 and 2022", "a 2023-12-31 day, a 2022-12-31 day"},
        PeriodCase{"2023年第四季度盈利，上年为亏损",
                   "a 2023-10-01..2023-12-31 quarter, r 2022-01-01..2022-12-31 year"},
        PeriodCase{"7月13日那个周六", "r 2024-07-13 day"},
        PeriodCase{"7月12日和周六", "r 2024-07-12 day, r 2024-11-16 day"},
        PeriodCase{"八年多以前", "r 2016-01-01..2016-12-31 year"}));

INSTANTIATE_TEST_SUITE_P(
    Brief, Times,
    ::testing::Values(
        PeriodCase{"priced on 6/29, pulled on 7/2", "r 2024-06-29 day, r 2024-07-02 day"},
        PeriodCase{"9/30　甲\n10/4　乙", "r 2024-09-30 day, r 2024-10-04 day"},
        PeriodCase{"休市到2/3，", "r 2025-02-03 day"}, PeriodCase{"1/3 of users, open 24/7", ""},
        PeriodCase{"1/5 A thread\n2/5 goes on", ""}, PeriodCase{"占1/3的股份", ""},
        PeriodCase{"on Wed it fell", "r 2024-11-20 day"},
        PeriodCase{"last Fri", "r 2024-11-15 day"}, PeriodCase{"he sat on the Sun", ""},
        PeriodCase{"last fall", "r 2023-09-01..2023-11-30 span"},
        PeriodCase{"the last fall of snow", ""},
        PeriodCase{"May-June", "r 2024-05-01..2024-06-30 span"},
        PeriodCase{"the first of October", "r 2024-10-01 day"},
        PeriodCase{"by the end of 2026", "a 2026-12-31 day"},
        PeriodCase{"at the end of 2023", "a 2023-12-31 day"},
        PeriodCase{"今年12月底前提交", "r 2024-12-31 day"},
        PeriodCase{"今儿个发了公告", "r 2024-11-20 day"},
        PeriodCase{"内地休市至27日，", "r 2024-11-27 day"}, PeriodCase{"Fa (2021) No. 14", ""}));

}  // namespace
}  // namespace sinodex
