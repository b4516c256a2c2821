// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/dates.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/corpus/quantities/found_quantities.h"

namespace sinodex {
namespace {

struct Case {
    const char* text;
    const char* dates;
};

// A Monday.
const std::optional<Day> kPublished = day_of(2023, 8, 14);

class Dates : public ::testing::TestWithParam<Case> {};

TEST_P(Dates, AreFound) { EXPECT_EQ(found_dates(GetParam().text, kPublished), GetParam().dates); }

// These lie ahead, on a Monday in August.
INSTANTIATE_TEST_SUITE_P(
    ToCome, Dates,
    ::testing::Values(Case{"The rules will take effect on March 1.", "r 2024-03-01 day"},
                      Case{"The rules took effect on March 1.", "r 2023-03-01 day"},
                      Case{"A ruling is due in February.", "r 2024-02-01..2024-02-29 month"},
                      Case{"The ruling came in February.", "r 2023-02-01..2023-02-28 month"},
                      Case{"It will close in May, it said on Friday.",
                           "r 2024-05-01..2024-05-31 month, r 2023-08-11 day"},
                      Case{"It plans to meet on Thursday.", "r 2023-08-17 day"},
                      Case{"Shops close from Saturday.", "r 2023-08-19 day"},
                      Case{"本办法自3月1日起施行。", "r 2024-03-01 day"},
                      Case{"会议将于下月召开，定于二月开始。",
                           "r 2023-09-01..2023-09-30 month, r 2024-02-01..2024-02-29 month"},
                      Case{"公告三天后生效。", "r 2023-08-17 day"}, Case{"三天后，他走了。", ""},
                      Case{"后天见。", "r 2023-08-16 day"},
                      Case{"the day after tomorrow", "r 2023-08-16 day"},
                      Case{"the day before yesterday", "r 2023-08-12 day"}));

INSTANTIATE_TEST_SUITE_P(
    FiscalYears, Dates,
    ::testing::Values(
        Case{"Our fiscal year ends on March 31. In FY2021 it grew.",
             "a 2020-04-01..2021-03-31 year"},
        Case{"In the fiscal year ended June 30, 2022, it grew; fiscal 2021 was better.",
             "a 2021-07-01..2022-06-30 year, a 2020-07-01..2021-06-30 year"},
        Case{"Its fiscal year ends each September. The first quarter of fiscal 2023 was poor.",
             "a 2022-10-01..2022-12-31 quarter"},
        Case{"Fiscal 2021 ended March 31, 2022. FY2020 was poor.",
             "a 2021-04-01..2022-03-31 year, a 2022-03-31 day, a 2020-04-01..2021-03-31 year"},
        Case{"A's fiscal year ends in March, B's fiscal year ends in June. FY2021 was good.",
             "a 2021-01-01..2021-12-31 year"},
        Case{"Fiscal year 2024, which ended January 28, 2024, was good. FY2025 will be poor.",
             "a 2023-02-01..2024-01-31 year, a 2024-01-28 day, a 2024-02-01..2025-01-31 year"},
        Case{"FY2021 was good.", "a 2021-01-01..2021-12-31 year"}));

INSTANTIATE_TEST_SUITE_P(
    EndsAndWeekdays, Dates,
    ::testing::Values(
        Case{"比去年底多三成", "r 2022-12-31 day"}, Case{"截至4月末，", "r 2023-04-30 day"},
        Case{"截至一季度末，", "r 2023-03-31 day"}, Case{"与2020年底相比", "a 2020-12-31 day"},
        Case{"要到明年底才投产", "r 2024-12-01..2024-12-31 part"},
        Case{"by the end of the month", "r 2023-08-31 day"},
        Case{"by year-end,", "r 2023-12-31 day"}, Case{"the end of the month", ""},
        Case{"a year-end party", ""}, Case{"请于9月15日（星期五）前", "r 2023-09-15 day"},
        Case{"It began on a Friday.", ""}, Case{"那是一个周五，", ""},
        Case{"商务部周四宣布", "r 2023-08-10 day"}, Case{"9月15日周四", "r 2022-09-15 day"},
        Case{"Sept. 14 (Thursday)", "r 2023-09-14 day"}));

// Tense, prepositions and what verbs mean, on a Monday in August.
INSTANTIATE_TEST_SUITE_P(
    Directions, Dates,
    ::testing::Values(
        Case{"The rule became effective in March.", "r 2023-03-01..2023-03-31 month"},
        Case{"Rules effective in March cut filings.", "r 2023-03-01..2023-03-31 month"},
        Case{"The levy will become effective in February.", "r 2024-02-01..2024-02-29 month"},
        Case{"A deadline that passed in March was extended to January 31.",
             "r 2023-03-01..2023-03-31 month, r 2024-01-31 day"},
        Case{"Shares that were scheduled to list in April have not traded.",
             "r 2023-04-01..2023-04-30 month"},
        Case{"It took effect on Sept. 1 and is set to be reviewed on April 15.",
             "r 2022-09-01 day, r 2024-04-15 day"},
        Case{"The app was founded in October.", "r 2022-10-01..2022-10-31 month"},
        Case{"It has risen since October.", "r 2022-10-01..2022-10-31 month"},
        Case{"Firms have until January 31 to comply.", "r 2024-01-31 day"},
        Case{"The rules come into force on Saturday.", "r 2023-08-19 day"},
        Case{"The hearing starts on the 24th and runs for long.", "r 2023-08-24 day"},
        Case{"SAMR opens probe on Friday", "r 2023-08-11 day"},
        Case{"In September, it will list.", "r 2023-09-01..2023-09-30 month"},
        Case{"In September, it was listed.", "r 2022-09-01..2022-09-30 month"},
        Case{"《条例》自10月1日起施行后，已有整改。", "r 2022-10-01 day"},
        Case{"请于12月31日前报送材料。", "r 2023-12-31 day"},
        Case{"已于11月生效。", "r 2022-11-01..2022-11-30 month"}));

INSTANTIATE_TEST_SUITE_P(
    Holidays, Dates,
    ::testing::Values(Case{"It was opened on Christmas Eve and fell on Boxing Day.",
                           "r 2022-12-24 day, r 2022-12-26 day"},
                      Case{"by New Year's Day the site was gone", "r 2023-01-01 day"},
                      Case{"the National Day holiday", "r 2023-10-01 day"},
                      Case{"a National Park", ""}, Case{"sales over Singles' Day", ""},
                      Case{"on Singles' Day 2021", "a 2021-11-11 day"},
                      Case{"before the Spring Festival", "r 2023-01-22 day"},
                      Case{"since the Lunar New Year", "r 2023-01-22 day"},
                      Case{"since Chinese New Year", "r 2023-01-22 day"},
                      Case{"国庆节前", "r 2023-10-01 day"}, Case{"张国庆表示", ""},
                      Case{"2021年春节", "a 2021-02-12 day"}, Case{"春节晚会", ""},
                      Case{"去年双11，", "r 2022-11-11 day"}, Case{"双方", ""},
                      Case{"今年中秋节", "r 2023-09-29 day"}, Case{"元旦", "r 2023-01-01 day"}));

INSTANTIATE_TEST_SUITE_P(
    WaysToWriteThem, Dates,
    ::testing::Values(Case{"Aug-22", "a 2022-08-01..2022-08-31 month"},
                      Case{"Sep'21", "a 2021-09-01..2021-09-30 month"},
                      Case{"Q3'22 and 3Q'22",
                           "a 2022-07-01..2022-09-30 quarter, a 2022-07-01..2022-09-30 quarter"},
                      Case{"9M22", "a 2022-01-01..2022-09-30 span"}, Case{"3Q大战", ""},
                      Case{"定在20号，结果拖到22号才开", "r 2023-08-20 day, r 2023-08-22 day"},
                      Case{"20号文", ""}, Case{"地铁2号线", ""}, Case{"第20号", ""},
                      Case{"1—7月", "r 2023-01-01..2023-07-31 span"},
                      Case{"今年1至7月", "r 2023-01-01..2023-07-31 span"},
                      Case{"前7个月", "r 2023-01-01..2023-07-31 span"},
                      Case{"8月9日宣布，次日停牌", "r 2023-08-09 day, r 2023-08-10 day"},
                      Case{"on July 3, and the next day", "r 2023-07-03 day, r 2023-07-04 day"},
                      Case{"二季度盈利，去年同期亏损",
                           "r 2023-04-01..2023-06-30 quarter, r 2022-04-01..2022-06-30 span"},
                      Case{"记者昨从该局获悉", "r 2023-08-13 day"},
                      Case{"国市监处罚〔2022〕3号", ""}, Case{"(2021)京01民初123号", ""},
                      Case{"GB/T 35273-2020标准", ""}, Case{"2021年第46号", ""},
                      Case{"周六、周日及法定节假日", ""},
                      Case{"no later than 31 January 2022", "a 2022-01-31 day"},
                      Case{"前7月出口", "r 2023-01-01..2023-07-31 span"},
                      Case{"It said on the 9th that", "r 2023-08-09 day"}, Case{"第2021号公告", ""},
                      Case{"2015.HK", ""}, Case{"HKEX: 2015", ""}, Case{"010-6655 2021", ""},
                      Case{"周五、周六、周日可玩一小时", ""},
                      Case{"on Friday, Saturday and Sunday", ""}));

INSTANTIATE_TEST_SUITE_P(
    PeriodsAndPlacesInThem, Dates,
    ::testing::Values(Case{"2Q23 and 1Q2024",
                           "a 2023-04-01..2023-06-30 quarter, a 2024-01-01..2024-03-31 quarter"},
                      Case{"1H21", "a 2021-01-01..2021-06-30 half"},
                      Case{"FY2018 and FY19",
                           "a 2018-01-01..2018-12-31 year, a 2019-01-01..2019-12-31 year"},
                      Case{"Q3 FY2020", "a 2020-07-01..2020-09-30 quarter"},
                      Case{"the March quarter 2024", "a 2024-01-01..2024-03-31 quarter"},
                      Case{"the 4th quarter of 2018", "a 2018-10-01..2018-12-31 quarter"},
                      Case{"the H20 and the H800", ""},
                      Case{"今年前三个月", "r 2023-01-01..2023-03-31 span"},
                      Case{"2022年前三季度", "a 2022-01-01..2022-09-30 span"},
                      Case{"民國112年5月", "a 2023-05-01..2023-05-31 month"},
                      Case{"24.11.2020", "a 2020-11-24 day"},
                      Case{"the first Monday of May 2021", "a 2021-05-03 day"},
                      Case{"2021年5月第一个星期一", "a 2021-05-03 day"},
                      Case{"the 23rd of last month", "r 2023-07-23 day"},
                      Case{"上个月二十号召开", "r 2023-07-20 day"},
                      Case{"on the 9th, it fell", "r 2023-08-09 day"}, Case{"on the 9th floor", ""},
                      Case{"Tuesday the 22nd", "r 2023-08-22 day"},
                      Case{"Wednesday of next week", "r 2023-08-23 day"}));

INSTANTIATE_TEST_SUITE_P(
    EnglishAbsolute, Dates,
    ::testing::Values(
        Case{"July 12, 2023", "a 2023-07-12 day"}, Case{"12 July 2023", "a 2023-07-12 day"},
        Case{"Dec 24 2020", "a 2020-12-24 day"}, Case{"Oct. 24, 1999", "a 1999-10-24 day"},
        Case{"12th of July 2023", "a 2023-07-12 day"}, Case{"26-FEB-1987", "a 1987-02-26 day"},
        Case{"Friday, July 14, 2023", "a 2023-07-14 day"},
        Case{"Saturday, 7 January 2023", "a 2023-01-07 day"},
        Case{"2021-04-10", "a 2021-04-10 day"}, Case{"2021/4/10", "a 2021-04-10 day"},
        Case{"2021-04", "a 2021-04-01..2021-04-30 month"}, Case{"13/04/2021", "a 2021-04-13 day"},
        Case{"04/13/2021", "a 2021-04-13 day"}, Case{"10/04/2021", "? 2021-04-10..2021-10-04 day"},
        Case{"July 2023", "a 2023-07-01..2023-07-31 month"},
        Case{"October of 2020", "a 2020-10-01..2020-10-31 month"},
        Case{"in 2021", "a 2021-01-01..2021-12-31 year"},
        Case{"(2019)", "a 2019-01-01..2019-12-31 year"},
        Case{"2019 sales", "a 2019-01-01..2019-12-31 year"},
        Case{"2020-2023", "a 2020-01-01..2023-12-31 span"},
        Case{"2020-23", "a 2020-01-01..2023-12-31 span"},
        Case{"between 2020 and 2022", "a 2020-01-01..2022-12-31 span"},
        Case{"July 12-14, 2023", "a 2023-07-12..2023-07-14 span"},
        Case{"Q3 2022", "a 2022-07-01..2022-09-30 quarter"},
        Case{"2022 Q3", "a 2022-07-01..2022-09-30 quarter"},
        Case{"third quarter of 2022", "a 2022-07-01..2022-09-30 quarter"},
        Case{"first half of 2023", "a 2023-01-01..2023-06-30 half"},
        Case{"early 2021", "a 2021-01-01..2021-04-30 part"},
        Case{"mid-2022", "a 2022-05-01..2022-08-31 part"},
        Case{"end of June 2020", "a 2020-06-21..2020-06-30 part"},
        Case{"the 1990s", "a 1990-01-01..1999-12-31 decade"},
        Case{"April 2021 to June 2021", "a 2021-04-01..2021-06-30 span"},
        Case{"2021.4.10", "a 2021-04-10 day"}, Case{"2021.13.10", ""},
        Case{"June and July 2021",
             "a 2021-06-01..2021-06-30 month, a 2021-07-01..2021-07-31 month"},
        Case{"between April and June 2021", "a 2021-04-01..2021-06-30 span"},
        Case{"the autumn of 2020", "a 2020-09-01..2020-11-30 span"},
        Case{"winter 2020", "a 2020-12-01..2021-02-28 span"}, Case{"they fall", ""},
        Case{"10/04/2021", "? 2021-04-10..2021-10-04 day"},
        Case{"29 February 2020", "a 2020-02-29 day"}));

INSTANTIATE_TEST_SUITE_P(
    Periods, Dates,
    ::testing::Values(
        Case{"for the quarter ended June 30, 2022", "a 2022-04-01..2022-06-30 quarter"},
        Case{"six months ended 30 September 2021", "a 2021-04-01..2021-09-30 half"},
        Case{"the fiscal year ended March 31, 2023", "a 2022-04-01..2023-03-31 year"},
        Case{"the third quarter ended December 31, 2022", "a 2022-10-01..2022-12-31 quarter"},
        Case{"the 1st quarter ended June 30, 2022", "a 2022-04-01..2022-06-30 quarter"},
        Case{"the quarter ended July 2, 2022", "a 2022-04-03..2022-07-02 quarter"},
        Case{"the year ended badly on May 5", "r 2023-05-05 day"},
        Case{"FY2021/22", "a 2021-04-01..2022-03-31 year"},
        Case{"September 13 next year", "r 2024-09-13 day"},
        Case{"May next year", "r 2024-05-01..2024-05-31 month"},
        Case{"预计二季度营收增长", "r 2023-04-01..2023-06-30 quarter"}));

INSTANTIATE_TEST_SUITE_P(
    NearPublication, Dates,
    ::testing::Values(Case{"they met over the weekend.", "r 2023-08-12..2023-08-13 span"},
                      Case{"the weekend edition", ""}, Case{"over the weekend edition", ""},
                      Case{"shares fell this morning", "r 2023-08-14 day"},
                      Case{"they meet tonight", "r 2023-08-14 day"},
                      Case{"较上季度增长", "r 2023-04-01..2023-06-30 quarter"},
                      Case{"2022年第一季度亏损，上季则盈利",
                           "a 2022-01-01..2022-03-31 quarter, r 2021-10-01..2021-12-31 quarter"}));

TEST(DateFinder, TakesAHolidayAsAheadWhereItIsSettled) {
    EXPECT_EQ(found_dates("政府早已定下元旦起加税", day_of(2022, 9, 10)), "r 2023-01-01 day");
}

TEST(DateFinder, TakesAQuarterThatSomethingBeginsInAsThePresentOne) {
    EXPECT_EQ(found_dates("公司二季度开始试产", day_of(2022, 4, 20)),
              "r 2022-04-01..2022-06-30 quarter");
    EXPECT_EQ(found_dates("公司二季度营收下降", day_of(2022, 4, 20)),
              "r 2021-04-01..2021-06-30 quarter");
}

TEST(DateFinder, TakesWhatIsExpectedOfAQuarterJustOver) {
    EXPECT_EQ(found_dates("公司前三季度预计净利润3亿元", day_of(2022, 10, 20)),
              "r 2022-01-01..2022-09-30 span");
}

INSTANTIATE_TEST_SUITE_P(
    EnglishRelative, Dates,
    ::testing::Values(
        Case{"12 July", "r 2023-07-12 day"}, Case{"July 12", "r 2023-07-12 day"},
        Case{"November 5", "r 2023-11-05 day"}, Case{"December 5", "r 2022-12-05 day"},
        Case{"September 1", "r 2023-09-01 day"}, Case{"Apr 10", "r 2023-04-10 day"},
        Case{"February 29", "r 2020-02-29 day"},
        Case{"next July", "r 2024-07-01..2024-07-31 month"},
        Case{"last August", "r 2022-08-01..2022-08-31 month"},
        Case{"in July", "r 2023-07-01..2023-07-31 month"},
        Case{"since December", "r 2022-12-01..2022-12-31 month"},
        Case{"July last year", "r 2022-07-01..2022-07-31 month"},
        Case{"July 12 last year", "r 2022-07-12 day"},
        Case{"late October", "r 2023-10-21..2023-10-31 part"},
        Case{"15-16 December", "r 2022-12-15..2022-12-16 span"},
        Case{"third quarter", "r 2023-07-01..2023-09-30 quarter"},
        Case{"last quarter", "r 2023-04-01..2023-06-30 quarter"},
        Case{"first half of last year", "r 2022-01-01..2022-06-30 half"},
        Case{"on Friday", "r 2023-08-11 day"}, Case{"on Monday", "r 2023-08-14 day"},
        Case{"last Monday", "r 2023-08-07 day"}, Case{"next Friday", "r 2023-08-18 day"},
        Case{"yesterday", "r 2023-08-13 day"}, Case{"today", "r 2023-08-14 day"},
        Case{"tomorrow", "r 2023-08-15 day"},
        Case{"earlier this week", "r 2023-08-14..2023-08-20 week"},
        Case{"last month", "r 2023-07-01..2023-07-31 month"},
        Case{"last year", "r 2022-01-01..2022-12-31 year"},
        Case{"two years ago", "r 2021-01-01..2021-12-31 year"},
        Case{"a month ago", "r 2023-07-01..2023-07-31 month"},
        Case{"10 days ago", "r 2023-08-04 day"}, Case{"two days earlier", "r 2023-08-12 day"},
        Case{"every Friday", ""}, Case{"spring last year", "r 2022-03-01..2022-05-31 span"},
        Case{"less than 18 May possibly", ""}, Case{"08/09/2023", "r 2023-08-09 day"},
        Case{"in May", "r 2023-05-01..2023-05-31 month"},
        Case{"by March", "r 2023-03-01..2023-03-31 month"},
        Case{"it must pay by March", "r 2024-03-01..2024-03-31 month"},
        Case{"May 5", "r 2023-05-05 day"}));

INSTANTIATE_TEST_SUITE_P(
    Chinese, Dates,
    ::testing::Values(
        Case{"2021年4月10日", "a 2021-04-10 day"}, Case{"2021 年 4 月 10 日", "a 2021-04-10 day"},
        Case{"2020年12月24日星期四", "a 2020-12-24 day"},
        Case{"二〇二一年四月十日", "a 2021-04-10 day"},
        Case{"二零二一年", "a 2021-01-01..2021-12-31 year"},
        Case{"2021年", "a 2021-01-01..2021-12-31 year"},
        Case{"2021年4月", "a 2021-04-01..2021-04-30 month"},
        Case{"2022年上半年", "a 2022-01-01..2022-06-30 half"},
        Case{"2022年第三季度", "a 2022-07-01..2022-09-30 quarter"},
        Case{"2021年底", "a 2021-12-01..2021-12-31 part"},
        Case{"2021年4月上旬", "a 2021-04-01..2021-04-10 part"},
        Case{"2021年至2023年", "a 2021-01-01..2023-12-31 span"},
        Case{"90年代", "a 1990-01-01..1999-12-31 decade"}, Case{"4月10日", "r 2023-04-10 day"},
        Case{"4月10號", "r 2023-04-10 day"}, Case{"十二月五日", "r 2022-12-05 day"},
        Case{"4月", "r 2023-04-01..2023-04-30 month"},
        Case{"4月底", "r 2023-04-21..2023-04-30 part"},
        Case{"去年", "r 2022-01-01..2022-12-31 year"},
        Case{"今年3月", "r 2023-03-01..2023-03-31 month"}, Case{"去年3月5日", "r 2022-03-05 day"},
        Case{"去年底", "r 2022-12-01..2022-12-31 part"},
        Case{"上个月", "r 2023-07-01..2023-07-31 month"},
        Case{"上個月", "r 2023-07-01..2023-07-31 month"},
        Case{"本月", "r 2023-08-01..2023-08-31 month"}, Case{"周五", "r 2023-08-11 day"},
        Case{"上周五", "r 2023-08-11 day"}, Case{"下周五", "r 2023-08-25 day"},
        Case{"本周", "r 2023-08-14..2023-08-20 week"}, Case{"昨日", "r 2023-08-13 day"},
        Case{"10日", "r 2023-08-10 day"}, Case{"20日", "r 2023-08-20 day"},
        Case{"28日", "r 2023-07-28 day"}, Case{"三季度", "r 2023-07-01..2023-09-30 quarter"},
        Case{"上半年", "r 2023-01-01..2023-06-30 half"},
        Case{"两年前", "r 2021-01-01..2021-12-31 year"},
        Case{"三个月前", "r 2023-05-01..2023-05-31 month"}, Case{"十天前", "r 2023-08-04 day"},
        Case{"本月10日", "r 2023-08-10 day"}, Case{"上月30日", "r 2023-07-30 day"},
        Case{"4月17日前", "r 2023-04-17 day"},
        Case{"4月10日至12日", "r 2023-04-10..2023-04-12 span"},
        Case{"10日至12日", "r 2023-08-10..2023-08-12 span"},
        Case{"2020年秋天", "a 2020-09-01..2020-11-30 span"}, Case{"今早", "r 2023-08-14 day"},
        Case{"2021年4月10日，当日", "a 2021-04-10 day"},
        Case{"2020年，同年9月", "a 2020-01-01..2020-12-31 year, r 2020-09-01..2020-09-30 month"},
        Case{"２０２１年４月１０日", "a 2021-04-10 day"}));

INSTANTIATE_TEST_SUITE_P(
    None, Dates,
    ::testing::Values(Case{"", ""}, Case{"it may be", ""}, Case{"March on the company", ""},
                      Case{"Theresa May said", ""}, Case{"they march", ""}, Case{"Marching", ""},
                      Case{"May 5 million", ""}, Case{"2,021", ""}, Case{"$2020", ""},
                      Case{"2021 companies", ""}, Case{"2020 million", ""}, Case{"COVID-2019", ""},
                      Case{"A2021", ""}, Case{"2021-02-30", ""}, Case{"2021-13-45", ""},
                      Case{"30 February 2021", "a 2021-02-01..2021-02-28 month"}, Case{"10:30", ""},
                      Case{"3.2.1", ""}, Case{"12", ""}, Case{"the second phone", ""},
                      Case{"the first half was good", ""}, Case{"monday", ""}, Case{"No. 2021", ""},
                      Case{"in recent years", ""}, Case{"two years", ""}, Case{"99/99/2021", ""},
                      Case{"3个月", ""}, Case{"10日内", ""}, Case{"日本", ""}, Case{"13月", ""},
                      Case{"2月30日", "u - day"}, Case{"三年", ""}, Case{"2000元", ""},
                      Case{"一周年", ""}, Case{"同年", ""}, Case{"当日", ""}, Case{"上一年度", ""},
                      Case{"每周三小时", ""}, Case{"日前", ""}, Case{"一日蒸发", ""},
                      Case{"大中华区一季收入", ""}));

TEST(DateFinder, KeepsWhatItCannotResolve) {
    EXPECT_EQ(found_dates("on Friday", std::nullopt), "u - day");
    EXPECT_EQ(found_dates("July 12", std::nullopt), "u - day");
    EXPECT_EQ(found_dates("last month", std::nullopt), "u - month");
    EXPECT_EQ(found_dates("去年3月", std::nullopt), "u - month");
    EXPECT_EQ(found_dates("10日", std::nullopt), "u - day");
    EXPECT_EQ(found_dates("July 12, 2023", std::nullopt), "a 2023-07-12 day");
}

TEST(DateFinder, TakesTheYearOfAHeading) {
    EXPECT_EQ(found_dates("## 2021\n- **24 July** - x\n## 2022\n- **8 January**", kPublished),
              "a 2021-01-01..2021-12-31 year, r 2021-07-24 day, "
              "a 2022-01-01..2022-12-31 year, r 2022-01-08 day");
    EXPECT_EQ(found_dates("2021年\n7月24日", kPublished),
              "a 2021-01-01..2021-12-31 year, r 2021-07-24 day");
    EXPECT_EQ(found_dates("## 2021\n## Later\n12 July", kPublished),
              "a 2021-01-01..2021-12-31 year, r 2023-07-12 day");
}

TEST(DateFinder, FollowsTheEntriesOfAChronology) {
    EXPECT_EQ(found_dates("25 Aug 2020: x\n* 24 Oct: y\n3 Jan: z", kPublished),
              "a 2020-08-25 day, r 2020-10-24 day, r 2021-01-03 day");
    EXPECT_EQ(found_dates("2021年12月3日 x\n3月16日 y", kPublished),
              "a 2021-12-03 day, r 2022-03-16 day");
    EXPECT_EQ(found_dates("25 Aug 2020: x\nIt was on 24 Oct", kPublished),
              "a 2020-08-25 day, r 2022-10-24 day");
    EXPECT_EQ(found_dates("x\n24 Oct: y", kPublished), "r 2023-10-24 day");
}

TEST(DateFinder, ResolvesAcrossTheTurnOfTheYear) {
    EXPECT_EQ(found_dates("December 30", day_of(2023, 1, 5)), "r 2022-12-30 day");
    EXPECT_EQ(found_dates("January 5", day_of(2022, 12, 30)), "r 2023-01-05 day");
    EXPECT_EQ(found_dates("last month", day_of(2023, 1, 5)), "r 2022-12-01..2022-12-31 month");
    EXPECT_EQ(found_dates("30日", day_of(2023, 1, 5)), "r 2022-12-30 day");
}

TEST(DateFinder, GivesTheBytesOfADate) {
    DateFinder finder;
    const std::string text = "以来，2021年4月10日，在 Friday, July 14, 2023 之前";
    const auto& found = finder.find(text, kPublished);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(slice(text, found[0].range), "2021年4月10日");
    EXPECT_EQ(slice(text, found[1].range), "Friday, July 14, 2023");
}

}  // namespace
}  // namespace sinodex
