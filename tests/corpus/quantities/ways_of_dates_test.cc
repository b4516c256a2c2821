// SPDX-License-Identifier: GPL-2.0-or-later

// Ways to write a time that are told of by what stands around them, and what only looks like one.

#include <gtest/gtest.h>

#include "tests/corpus/quantities/found_quantities.h"

namespace sinodex {
namespace {

struct WayCase {
    const char* published;
    const char* text;
    const char* dates;
};

class WaysOfDates : public ::testing::TestWithParam<WayCase> {};

TEST_P(WaysOfDates, AreFound) {
    const WayCase& one = GetParam();
    EXPECT_EQ(found_dates(one.text, days_of(one.published)->to), one.dates) << one.text;
}

INSTANTIATE_TEST_SUITE_P(
    InSpring, WaysOfDates,
    ::testing::Values(
        WayCase{"2025-03-12", "The Sunday Times and the Wednesday Club have nothing to do with it.",
                ""},
        WayCase{"2025-03-12", "The fair runs from Thursday to Sunday.",
                "r 2025-03-13..2025-03-16 span"},
        WayCase{"2025-03-12",
                "The merger was cleared on 7 January 2025; three weeks earlier the regulator had "
                "still asked questions.",
                "a 2025-01-07 day, r 2024-12-17 day"},
        WayCase{"2025-03-12", "The regulator opened its probe two weeks ago.", "r 2025-02-26 day"},
        WayCase{"2025-03-12",
                "Foreign investment dropped 13% in January-February from a year earlier.",
                "r 2025-01-01..2025-02-28 span, r 2024-01-01..2024-02-29 span"},
        WayCase{"2025-03-12", "Output in Jan-Feb grew 5.9%.", "r 2025-01-01..2025-02-28 span"},
        WayCase{"2025-03-12", "Work resumed in February of last year.",
                "r 2024-02-01..2024-02-29 month"},
        WayCase{"2025-03-12", "Applications close at the end of May.", "r 2025-05-31 day"},
        WayCase{"2025-03-12",
                "Guidance for the current quarter is cautious; next quarter may be better than the "
                "previous quarter.",
                "r 2025-01-01..2025-03-31 quarter, r 2025-04-01..2025-06-30 quarter, r "
                "2024-10-01..2024-12-31 quarter"},
        WayCase{"2025-03-12", "1-2月出口下降,1—2月份进口上升。",
                "r 2025-01-01..2025-02-28 span, r 2025-01-01..2025-02-28 span"},
        WayCase{"2025-03-12", "2024年1月至11月累计增长5%。", "a 2024-01-01..2024-11-30 span"},
        WayCase{"2025-03-12", "昨日、今晨、明晚、前日、后天。",
                "r 2025-03-11 day, r 2025-03-12 day, r 2025-03-13 day, r 2025-03-10 day, r "
                "2025-03-14 day"},
        WayCase{"2025-03-12", "2018年被罚,次年退市,2020年重组。",
                "a 2018-01-01..2018-12-31 year, r 2019-01-01..2019-12-31 year, a "
                "2020-01-01..2020-12-31 year"},
        WayCase{"2025-03-12", "2018年被罚,翌年退市。",
                "a 2018-01-01..2018-12-31 year, r 2019-01-01..2019-12-31 year"},
        WayCase{"2025-03-12", "公司2011年成立,三年后上市。",
                "a 2011-01-01..2011-12-31 year, r 2014-01-01..2014-12-31 year"},
        WayCase{"2025-03-12", "半年前他们还在谈判,十年前还没有这家公司。",
                "r 2024-09-01..2024-09-30 month, r 2015-01-01..2015-12-31 year"},
        WayCase{"2025-03-12", "三天前、两周前、三个月前。",
                "r 2025-03-09 day, r 2025-02-26 day, r 2024-12-01..2024-12-31 month"},
        WayCase{"2025-03-12", "2月CPI下降,上年同期为上升。",
                "r 2025-02-01..2025-02-28 month, r 2024-02-01..2024-02-29 span"},
        WayCase{"2025-03-12", "每周一例会,每月10日发薪,每年3月15日晚会,逢周三休市。", ""},
        WayCase{"2025-03-12", "工作日内答复,T+1日交收,15个工作日,60日内申请复议,180日锁定期。", ""},
        WayCase{"2025-03-12", "将在5月发布,11月曾推迟,预计9月完成。",
                "r 2025-05-01..2025-05-31 month, r 2024-11-01..2024-11-30 month, r "
                "2025-09-01..2025-09-30 month"},
        WayCase{"2025-03-12", "星期日警告称,礼拜五将表决。", "r 2025-03-09 day, r 2025-03-14 day"},
        WayCase{"2025-03-12", "周末将发布;上周末曾停机。",
                "r 2025-03-15..2025-03-16 span, r 2025-03-08..2025-03-09 span"},
        WayCase{"2025-03-12", "2020年代的竞争。", "a 2020-01-01..2029-12-31 decade"},
        WayCase{"2025-03-12", "2021年4月立案,当年10月宣判。",
                "a 2021-04-01..2021-04-30 month, r 2021-10-01..2021-10-31 month"},
        WayCase{"2025-03-12", "2021年11月2日立案,次月10日宣判。",
                "a 2021-11-02 day, r 2021-12-10 day"},
        WayCase{"2025-03-12", "2021年11月2日立案,次年1月宣判,2023年3月1日执行。",
                "a 2021-11-02 day, r 2022-01-01..2022-01-31 month, a 2023-03-01 day"},
        WayCase{"2025-03-12", "經濟部昨(11)日表示,今(12)日開會。",
                "r 2025-03-11 day, r 2025-03-12 day"},
        WayCase{"2025-03-12", "113年度預算、112年第四季。",
                "a 2024-01-01..2024-12-31 year, a 2023-10-01..2023-12-31 quarter"},
        WayCase{"2025-03-12", "前(10)日收市、昨晚美股。", "r 2025-03-10 day, r 2025-03-11 day"},
        WayCase{"2025-03-12", "九十年代、1990年代、八〇年代。",
                "a 1990-01-01..1999-12-31 decade, a 1990-01-01..1999-12-31 decade, a "
                "1980-01-01..1989-12-31 decade"},
        WayCase{"2025-03-12", "2019年宣佈,隔年停牌。",
                "a 2019-01-01..2019-12-31 year, r 2020-01-01..2020-12-31 year"}));

INSTANTIATE_TEST_SUITE_P(
    InAutumn, WaysOfDates,
    ::testing::Values(
        WayCase{"2024-11-06", "Signed this 1st day of November, 2021.", "a 2021-11-01 day"},
        WayCase{"2024-11-06", "It will run November 10 through 16.",
                "r 2024-11-10..2024-11-16 span"},
        WayCase{"2024-11-06", "Comments are accepted until January 20.", "r 2025-01-20 day"},
        WayCase{"2024-11-06",
                "This summer it reopened; it will end this winter; last autumn was dry.",
                "r 2024-06-01..2024-08-31 span, r 2024-12-01..2025-02-28 span, r "
                "2023-09-01..2023-11-30 span"}));

INSTANTIATE_TEST_SUITE_P(
    InWinter, WaysOfDates,
    ::testing::Values(
        WayCase{"2025-02-20", "RT @x: big news today!! gonna drop tmrw 2x",
                "r 2025-02-20 day, r 2025-02-21 day"},
        WayCase{
            "2025-02-20",
            "According to the news of February 19, on the same day the company on the 18th denied.",
            "r 2025-02-19 day, r 2025-02-18 day"}));

INSTANTIATE_TEST_SUITE_P(
    Ahead, WaysOfDates,
    ::testing::Values(WayCase{"2023-08-16", "Shipments in September were 5% lower.",
                              "r 2022-09-01..2022-09-30 month"},
                      WayCase{"2023-08-16", "Analysts expect a cut in December.",
                              "r 2023-12-01..2023-12-31 month"}));

INSTANTIATE_TEST_SUITE_P(
    ToldOfByOthers, WaysOfDates,
    ::testing::Values(
        WayCase{"2025-03-12", "He spoke last night; they meet this weekend.",
                "r 2025-03-11 day, r 2025-03-15..2025-03-16 span"},
        WayCase{"2025-03-12", "Prices fell over the last month and the last year.", ""},
        WayCase{"2025-03-12",
                "It was founded in 2011; a year later it moved. Sales doubled the year after.",
                "a 2011-01-01..2011-12-31 year, r 2012-01-01..2012-12-31 year, r "
                "2013-01-01..2013-12-31 year"},
        WayCase{"2025-03-12", "The day before the leak nobody knew.", ""},
        WayCase{"2025-03-12", "On March 3 it was passed, after a debate the night before.",
                "r 2025-03-03 day, r 2025-03-02 day"},
        WayCase{"2025-03-12", "Lenovo ruled the nineties. A man in his nineties spoke.",
                "a 1990-01-01..1999-12-31 decade"},
        WayCase{"2025-03-12", "the truce runs out on 10 November", "r 2025-11-10 day"},
        WayCase{"2025-03-12", "the sale lasts until midnight on Friday", "r 2025-03-14 day"},
        WayCase{"2025-03-12", "Its bonds, due April 6, 2032, are paid for on April 6.",
                "a 2032-04-06 day, r 2025-04-06 day"},
        WayCase{"2025-03-12",
                "It is exempt if loaded before July 24, 2025. Goods of July 24 are not.",
                "a 2025-07-24 day, r 2025-07-24 day"},
        WayCase{"2025-03-12", "Feb. 27: talks\n3rd: a break\nWed: a deal",
                "r 2025-02-27 day, r 2025-03-03 day, r 2025-03-05 day"},
        WayCase{"2025-03-12", "2月27日 开会\n3日 休会", "r 2025-02-27 day, r 2025-03-03 day"},
        WayCase{"2025-03-12", "新华社北京3月9日报道，3月8日本报讯",
                "r 2025-03-09 day, r 2025-03-08 day"},
        WayCase{"2025-03-12", "日报社和日本的公司", ""},
        WayCase{"2025-03-12", "人大20日开幕，1日闭幕", "r 2025-03-20 day, r 2025-03-01 day"},
        WayCase{"2025-03-12", "A股24号开市，神舟十四号发射", "r 2025-03-24 day"},
        WayCase{"2025-03-12", "鴻海今公布財報，迄今已久", "r 2025-03-12 day"},
        WayCase{"2025-03-12", "公司今年海外看150万辆，下半年推新平台",
                "r 2025-01-01..2025-12-31 year, r 2025-07-01..2025-12-31 half"},
        WayCase{"2025-03-12", "他今年35，不急", ""},
        WayCase{"2025-03-12", "已连续四日破亿，连三日下跌，七日年化收益率", ""},
        WayCase{"2025-03-12", "农历三月，大年初一", ""},
        WayCase{"2025-03-12", "去年今日", "r 2024-03-12 day"},
        WayCase{"2025-03-12", "于11月15日和16日举行", "r 2024-11-15 day, r 2024-11-16 day"},
        WayCase{"2025-03-12", "一周前的3月5日", "r 2025-03-05 day"},
        WayCase{"2025-03-12", "12月猪价下跌，当月物价持平", "r 2024-12-01..2024-12-31 month"}));

INSTANTIATE_TEST_SUITE_P(
    OfCompanies, WaysOfDates,
    ::testing::Values(
        WayCase{"2024-05-14", "Alibaba's fiscal 2024 was better than FY23.",
                "a 2023-04-01..2024-03-31 year, a 2022-04-01..2023-03-31 year"},
        WayCase{"2024-05-14", "Nvidia made less in fiscal 2024, and in Q1 FY25 more.",
                "a 2023-01-30..2024-01-28 year, a 2024-01-29..2024-04-28 quarter"},
        WayCase{"2024-05-14", "Lenovo's FY24 Q3", "a 2023-10-01..2023-12-31 quarter"},
        WayCase{"2024-05-14", "Tencent's fiscal 2023", "a 2023-01-01..2023-12-31 year"},
        WayCase{"2024-05-14", "Tencent lost in fiscal 2023, Microsoft in fiscal 2023.",
                "a 2023-01-01..2023-12-31 year, a 2022-07-01..2023-06-30 year"},
        WayCase{"2024-05-14", "Tencent met Microsoft. In fiscal 2023 it grew.",
                "a 2023-01-01..2023-12-31 year"},
        WayCase{"2024-05-14", "Microsoft's fiscal year 2023 and its prior fiscal year",
                "a 2022-07-01..2023-06-30 year, r 2021-07-01..2022-06-30 year"},
        WayCase{"2024-05-14", "阿里巴巴2024财年第四季度，2023财年",
                "a 2024-01-01..2024-03-31 quarter, a 2022-04-01..2023-03-31 year"},
        WayCase{"2024-05-14", "聯想2023/24財年，某公司2023/24財年",
                "a 2023-04-01..2024-03-31 year, a 2023-04-01..2024-03-31 year"},
        WayCase{"2024-05-14", "某公司2024财年", "a 2024-01-01..2024-12-31 year"}));

INSTANTIATE_TEST_SUITE_P(
    Weeks, WaysOfDates,
    ::testing::Values(
        WayCase{"2025-03-12", "the week of 24 February", "r 2025-02-24..2025-03-02 week"},
        WayCase{"2025-03-12", "Wednesday next week, Friday last week",
                "r 2025-03-19 day, r 2025-03-07 day"},
        WayCase{"2025-03-12", "every second Tuesday", ""},
        WayCase{"2025-03-12", "It ended in end-February, and rose by end-2026.",
                "r 2025-02-28 day, a 2026-12-31 day"},
        WayCase{"2025-03-12", "It has risen since the autumn. It opens before the summer.",
                "r 2024-09-01..2024-11-30 span, r 2025-06-01..2025-08-31 span"},
        WayCase{"2025-03-12", "the fall of the yuan, in the spring of hope", ""},
        WayCase{"2025-03-12", "Copyright 2024 The Company. © 2024", ""},
        WayCase{"2025-03-12", "On Monday it fell; it had risen the week before.",
                "r 2025-03-10 day, r 2025-03-03..2025-03-09 week"},
        WayCase{"2025-03-12", "no signal until the Monday", "r 2025-03-10 day"},
        WayCase{"2025-03-12", "in May '24", "a 2024-05-01..2024-05-31 month"},
        WayCase{"2025-03-12", "on the evening of the 7th, it said", "r 2025-03-07 day"},
        WayCase{"2025-03-12",
                "Sales in the fourth quarter, and in the corresponding period of 2023",
                "r 2024-10-01..2024-12-31 quarter, r 2023-10-01..2023-12-31 span"}));

}  // namespace
}  // namespace sinodex
