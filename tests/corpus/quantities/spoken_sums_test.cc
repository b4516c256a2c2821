// SPDX-License-Identifier: GPL-2.0-or-later

// Amounts as people say them, and sums whose unit stands elsewhere.

#include <gtest/gtest.h>

#include "tests/corpus/quantities/found_quantities.h"

namespace sinodex {
namespace {

struct SumCase {
    const char* text;
    const char* amounts;
};

class SpokenSums : public ::testing::TestWithParam<SumCase> {};

TEST_P(SpokenSums, AreFound) { EXPECT_EQ(found_amounts(GetParam().text), GetParam().amounts); }

INSTANTIATE_TEST_SUITE_P(
    Chinese, SpokenSums,
    ::testing::Values(
        SumCase{"花了六千八，", "6.8e3 cny"}, SumCase{"卖到三万二，", "3.2e4 cny"},
        SumCase{"两千八百元", "2.8e3 cny"}, SumCase{"两千零八元", "2.008e3 cny"},
        SumCase{"一百二十元", "1.2e2 cny"}, SumCase{"被罚35.2个亿", "3.52e9 cny"},
        SumCase{"烧掉两百多个亿，", "more 2e10 cny"}, SumCase{"两个亿美元", "2e8 usd"},
        SumCase{"等了四十来天", "about 4e1 days"}, SumCase{"近来天气", ""},
        SumCase{"市值12亿美刀", "1.2e9 usd"}, SumCase{"收入3,100億人幣", "3.1e11 cny"},
        SumCase{"3,100亿人口", "3.1e11 count"}, SumCase{"股價漲了4個點，", "4e0 percent"},
        SumCase{"跌5个多点，", "more 5e0 percent"}, SumCase{"两个点位", ""},
        SumCase{"下午三个点半", ""}, SumCase{"跌了12趴", "1.2e1 percent"},
        SumCase{"超過6成", "more 6e1 percent"}, SumCase{"占3成5", "3.5e1 percent"},
        SumCase{"兩成到三成五", "2e1..3.5e1 percent"}, SumCase{"3成员", ""},
        SumCase{"去年是310亿，比前年的250亿多24%。", "3.1e10 cny, 2.5e10 cny, 2.4e1 percent"},
        SumCase{"用户数达14亿，", "1.4e9 count"}, SumCase{"播放量破30亿，", "more 3e9 count"},
        SumCase{"票房破百亿，", "more 1e10 cny"}, SumCase{"破百亿次播放", ""},
        SumCase{"營收314億元（46億美元），預期300億。", "3.14e10 cny, 4.6e9 usd, 3e10 cny"},
        SumCase{"罚款从3亿到180亿不等", "3e8 cny, 1.8e10 cny"},
        SumCase{"损失两三百万元", "2e6..3e6 cny"}, SumCase{"五六天", "5e0..6e0 days"},
        SumCase{"八九年的老店，一二线城市", ""}, SumCase{"二〇二三", ""}, SumCase{"第三家店", ""},
        SumCase{"2到3成", "2e1..3e1 percent"}, SumCase{"三至五成", "3e1..5e1 percent"},
        SumCase{"2到3成员国", ""}, SumCase{"三年3000亿元", "3e0 years, 3e11 cny"},
        SumCase{"23年3月", ""}));

INSTANTIATE_TEST_SUITE_P(
    DaysThatLast, SpokenSums,
    ::testing::Values(SumCase{"历时一天", "1e0 days"}, SumCase{"那一天，最后一天，同一天", ""},
                      SumCase{"一天之内", "1e0 days"}, SumCase{"一周要闻", ""},
                      SumCase{"上线才一周", "1e0 weeks"}, SumCase{"七日内答复", "7e0 days"},
                      SumCase{"以15日为限", "1.5e1 days"}, SumCase{"15日宣布", ""},
                      SumCase{"两天后下架", ""}, SumCase{"五年后生效", ""},
                      SumCase{"低两位数增长", ""}, SumCase{"截至6月30日止六个月", ""}));

INSTANTIATE_TEST_SUITE_P(
    English, SpokenSums,
    ::testing::Values(
        SumCase{"4 mil of them", "4e6 count"}, SumCase{"5 hrs later", "5e0 hours"},
        SumCase{"paid 38 grand, cash", "3.8e4 count"}, SumCase{"two grand pianos", ""},
        SumCase{"the Grand Hotel", ""}, SumCase{"three point five billion yuan", "3.5e9 cny"},
        SumCase{"a talking point three days long", "3e0 days"},
        SumCase{"it raised 2.1 billion US.", "2.1e9 usd"},
        SumCase{"2.1 billion US consumers", "2.1e9 people"},
        SumCase{"6.2 per-cent", "6.2e0 percent"}, SumCase{"sold 230m phones", "2.3e8 count"},
        SumCase{"earned 2bn yuan vs 3bn.", "2e9 cny, 3e9 cny"}, SumCase{"swam 200m freestyle", ""},
        SumCase{"15k of them", "1.5e4 count"},
        SumCase{"anywhere from $4bn to $6bn", "4e9..6e9 usd"},
        SumCase{"rose from $4bn to $6bn", "4e9 usd, 6e9 usd"},
        SumCase{"a fine of EUR 300 000 000", "3e8 eur"},
        SumCase{"two consecutive trading days", "2e0 days"},
        SumCase{"six straight weeks", "6e0 weeks"}, SumCase{"a day after the vote", "1e0 days"},
        SumCase{"a week before the summit", "1e0 weeks"}, SumCase{"a day later", ""},
        SumCase{"what it makes in a year", ""},
        SumCase{"48,249,000 Class A ordinary shares", "4.8249e7 shares"},
        SumCase{"40 Class A warehouses", ""}));

INSTANTIATE_TEST_SUITE_P(
    HeadsOfTables, SpokenSums,
    ::testing::Values(
        SumCase{"Revenue (US$'000) 1,620 1,906", "1.62e6 usd, 1.906e6 usd"},
        SumCase{"Margin (%) 19.8 38.9", "1.98e1 percent, 3.89e1 percent"},
        SumCase{"Revenue (RMB million) 2021 2022", ""},
        SumCase{"Unit: RMB bn\nTencent 161.1\nAlibaba 243.2", "1.611e11 cny, 2.432e11 cny"},
        SumCase{"a unit of Alibaba\nTencent 161", ""},
        SumCase{"Firm | Fine (yuan)\nA | 500,000\nB | 0.5m", "5e5 cny, 5e5 cny"},
        SumCase{"企业 | 销量（万辆）\n甲 | 18.6\n乙 | 7.1", "1.86e5 count, 7.1e4 count"},
        SumCase{"项目　金额（万元）　占比\n研发　1,240　38%", "1.24e7 cny, 3.8e1 percent"},
        SumCase{"公司 | 排名（位）\n甲 | 18", ""}));

}  // namespace
}  // namespace sinodex
