// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/amounts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/corpus/quantities/found_quantities.h"

namespace sinodex {
namespace {

struct Case {
    const char* text;
    const char* amounts;
};

class Amounts : public ::testing::TestWithParam<Case> {};

TEST_P(Amounts, AreFound) { EXPECT_EQ(found_amounts(GetParam().text), GetParam().amounts); }

INSTANTIATE_TEST_SUITE_P(
    UnitsFromAround, Amounts,
    ::testing::Values(
        Case{"被罚182.28亿、34.42亿和300万元", "1.8228e10 cny, 3.442e9 cny, 3e6 cny"},
        Case{"$1.2bn, 3.4 billion and 5 billion", "1.2e9 usd, 3.4e9 usd, 5e9 usd"},
        Case{"罚182亿", "1.82e10 cny"}, Case{"营收5601亿", "5.601e11 cny"},
        Case{"募资44亿，估值680亿美元", "4.4e9 usd, 6.8e10 usd"}, Case{"播放44亿", "4.4e9 count"},
        Case{"It set aside 50 billion yuan. It promised 10 billion for farms.",
             "5e10 cny, 1e10 cny"},
        Case{"Monthly users reached 1.25 billion, it said.", "1.25e9 users"},
        Case{"It paid 5 billion yuan for 10 billion downloads.", "5e9 cny, 1e10 count"},
        Case{"It raised 1.3 billion yuan and another 2 billion since.", "1.3e9 cny, 2e9 cny"},
        Case{"罚单合计232亿，其中阿里182亿、美团34亿。", "2.32e10 cny, 1.82e10 cny, 3.4e9 cny"},
        Case{"收入100亿元，播放量10亿。", "1e10 cny, 1e9 count"},
        Case{"Firm\tFine (yuan million)\tDate\nAlibaba\t18,228\t2021\nMeituan\t3,442\t2021",
             "1.8228e10 cny, 3.442e9 cny"},
        Case{"公司 | 罚款（亿元） | 件\n---|---|---\n阿里 | 182.28 | 3", "1.8228e10 cny"},
        Case{"单位：万元\n收入  1,200  1,100", "1.2e7 cny, 1.1e7 cny"},
        Case{"（亿元）\t2022年\t2023年\n营业收入\t5,546\t6,090", "5.546e11 cny, 6.09e11 cny"},
        Case{"$9988.HK rose", ""}, Case{"3,800 kuai", "3.8e3 cny"},
        Case{"(in millions of US dollars)\nRevenue | 560,118", "5.60118e11 usd"},
        Case{"Fine (yuan million)\n\nAlibaba\t18", ""}, Case{"台積電股價收573元", "5.73e2 twd"},
        Case{"騰訊（00700）收報613.5元", "6.135e2 hkd"}, Case{"港府派發5000元消費券", "5e3 hkd"},
        Case{"金管局罰款800萬元", "8e6 hkd"}, Case{"金管局罚款800万元", "8e6 cny"},
        Case{"網易收報151.2元", "1.512e2 hkd"}, Case{"民國110年起罰鍰300萬元", "3e6 twd"},
        Case{"北京罰款5000元", "5e3 cny"}, Case{"Sony paid ¥200 billion in Tokyo", "2e11 jpy"},
        Case{"It starts at ¥3,999 in China", "3.999e3 cny"}, Case{"售价¥3,999起", "3.999e3 cny"}));

INSTANTIATE_TEST_SUITE_P(
    DelimitedTables, Amounts,
    ::testing::Values(
        Case{"Bank / Loans (USD m) / Share (%)\nHSBC / 12.5 / 3\nBEA / 7 / 0.4",
             "1.25e7 usd, 3e0 percent, 7e6 usd, 4e-1 percent"},
        Case{"Maker; sales in EUR mn; growth, %\nVW; 80; 2.1", "8e7 eur, 2.1e0 percent"},
        Case{"银行、贷款（万亿元）、不良率（%）\n工行、28.4、1.34\n招行、6.9、0.95",
             "2.84e13 cny, 1.34e0 percent, 6.9e12 cny, 9.5e-1 percent"},
        Case{"公司／銷售（億港元）\n港鐵／600", "6e10 hkd"},
        Case{"Bank / Loans (USD m)\nHSBC / 12.5 / 3", ""},
        Case{"收入（亿元）、利润（亿元）均增长\n甲、乙", ""},
        Case{"公司、市值（港元）\n甲、61\n乙、价格（美元）\n丙、72", "6.1e1 hkd, 7.2e1 usd"},
        Case{"两市成交1.1万亿，", "1.1e12 cny"}, Case{"成交12亿手，", "1.2e9 count"},
        Case{"Bank / Branches\nHSBC / 40", ""}));

// Heads of lists and tables that say the unit of bare numbers.
INSTANTIATE_TEST_SUITE_P(
    HeadsOfLists, Amounts,
    ::testing::Values(
        Case{"(in million yuan) Revenue 1,204 1,377", "1.204e9 cny, 1.377e9 cny"},
        Case{"(RMB million)\nRevenue 1,204 1,377\nProfit 204 (7)",
             "1.204e9 cny, 1.377e9 cny, 2.04e8 cny, 7e6 cny"},
        Case{"In millions of yuan\n2021 2022\nRevenue 1,204", "1.204e9 cny"},
        Case{"Fines (in million yuan): Tencent 560, Alibaba 182 and Meituan 34.",
             "5.6e8 cny, 1.82e8 cny, 3.4e7 cny"},
        Case{"罚款（万元）：腾讯50，阿里182", "5e5 cny, 1.82e6 cny"},
        Case{"罚款如下（单位：万元）：\n腾讯：50\n阿里：182", "5e5 cny, 1.82e6 cny"},
        Case{"單位：新台幣億元\n台積電 6月營收 2,078.7", "2.0787e11 twd"},
        Case{"营业收入（百万元） | 1,204 | 1,377", "1.204e9 cny, 1.377e9 cny"},
        Case{"Revenue (US$ million)\n2021: 820\n2022: 1,004", "8.2e8 usd, 1.004e9 usd"},
        Case{"（单位：千元）\n项目 本期 上期\n营业收入 12,345 (222)", "1.2345e7 cny, 2.22e5 cny"},
        Case{"(RMB million)\nRevenue 1,204\nIt has offices.\nChapter 5", "1.204e9 cny"},
        Case{"(RMB million)\nStaff 40 people\nMargin 5%", "4e1 people, 5e0 percent"},
        Case{"Sales (RMB bn) rose to a record.\nChapter 5", ""}));

INSTANTIATE_TEST_SUITE_P(
    StepsAndHalves, Amounts,
    ::testing::Values(Case{"央行升息半碼", "1.25e1 basis_points"},
                      Case{"利率調升2碼", "5e1 basis_points"},
                      Case{"降息一碼半", "3.75e1 basis_points"}, Case{"請輸入3碼", ""},
                      Case{"a 25bp cut", "2.5e1 basis_points"}, Case{"5 BP stations", ""},
                      Case{"two more months", "2e0 months"}, Case{"three more years ago", ""},
                      Case{"两个多月", "more 2e0 months"}, Case{"三个多小时", "more 3e0 hours"},
                      Case{"a year and a half", "1.5e0 years"},
                      Case{"another month and a half", "1.5e0 months"},
                      Case{"a year and a half ago", ""}, Case{"一年零三个月", "1.5e1 months"},
                      Case{"10 percents", "1e1 percent"}, Case{"H-1B workers", ""},
                      Case{"鴻海賺458億元，去年為627億。", "4.58e10 twd, 6.27e10 twd"},
                      Case{"鴻海：人民幣458億元，去年為627億。", "4.58e10 cny, 6.27e10 cny"}));

INSTANTIATE_TEST_SUITE_P(
    KindsOfDaysAndSums, Amounts,
    ::testing::Values(
        Case{"within 20 working days", "2e1 days"}, Case{"for ten consecutive days,", "1e1 days"},
        Case{"two trading days earlier", ""}, Case{"在30个工作日内答复", "3e1 days"},
        Case{"连续5个交易日上涨", "5e0 days"}, Case{"上一个交易日", ""},
        Case{"处5万元以上50万元以下罚款", "5e4..5e5 cny"},
        Case{"50亿元以上，3亿元以下", "at least 5e9 cny, at most 3e8 cny"},
        Case{"纯利38亿，", "3.8e9 cny"}, Case{"月活突破3亿。", "more 3e8 users"},
        Case{"民国108年", ""}, Case{"规模突破万亿美元，", "more 1e12 usd"}, Case{"数万亿元", ""},
        Case{"万亿元市场", ""}, Case{"by half a percentage point", "5e-1 percentage_points"},
        Case{"it sold 4m ADSs", "4e6 shares"}, Case{"for the six months ended June 30, 2021", ""}));

INSTANTIATE_TEST_SUITE_P(
    SpokenAndSmall, Amounts,
    ::testing::Values(Case{"每单7块，", "7e0 cny"}, Case{"7块屏幕", ""},
                      Case{"两毛五", "2.5e-1 cny"}, Case{"月息8厘", "8e-1 percent"},
                      Case{"债息跌穿4厘", "less 4e0 percent"}, Case{"长8厘米", ""},
                      Case{"38 cents", "3.8e-1 usd"}, Case{"12 HK cents", "1.2e-1 hkd"},
                      Case{"5 per cent", "5e0 percent"}, Case{"1/3的市场", "3.333e1 percent"},
                      Case{"on 1/3 it rained", ""}, Case{"cut filings by a fifth.", "2e1 percent"},
                      Case{"by a third party", ""}, Case{"数百亿元", ""},
                      Case{"150M Americans", "1.5e8 people"}));

INSTANTIATE_TEST_SUITE_P(
    WaysToWriteNumbers, Amounts,
    ::testing::Values(
        Case{"249,50 EUR", "2.495e2 eur"}, Case{"EUR 1.234.567,89", "1.23456789e6 eur"},
        Case{"about 249,50 of them", ""}, Case{"20€", "2e1 eur"},
        Case{"a duty of 35,3 %", "3.53e1 percent"}, Case{"rose by 4,25% on", "4.25e0 percent"},
        Case{"up 1,200% since", "1.2e3 percent"}, Case{"20 M€", "2e7 eur"},
        Case{"$13 009 million", "1.3009e10 usd"}, Case{"Rs. 5 crore", "5e7 inr"},
        Case{"20 lakh rupees", "2e6 inr"}, Case{"$3 trln", "3e12 usd"},
        Case{"25 bps", "2.5e1 basis_points"}, Case{"a quarter of a million dollars", "2.5e5 usd"},
        Case{"a quarter of users", "2.5e1 percent"}, Case{"3块5", "3.5e0 cny"},
        Case{"两毛", "2e-1 cny"}, Case{"七块钱", "7e0 cny"}, Case{"一块地", ""},
        Case{"毛利率三成", "3e1 percent"}, Case{"三年半", "3.5e0 years"},
        Case{"一成半", "1.5e1 percent"}, Case{"近半企业", "nearly 5e1 percent"},
        Case{"近半年", "nearly 6e0 months"}, Case{"千分之一", "1e-1 percent"},
        Case{"强一半导体", ""}, Case{"360周鸿祎", ""}, Case{"哪一年", ""}));

INSTANTIATE_TEST_SUITE_P(
    EnglishMoney, Amounts,
    ::testing::Values(
        Case{"$37 billion", "3.7e10 usd"}, Case{"US$1.1tn", "1.1e12 usd"},
        Case{"a $2.8bn fine", "2.8e9 usd"}, Case{"2.8 billion dollars", "2.8e9 usd"},
        Case{"2.8 billion U.S. and", "2.8e9 count"}, Case{"18.2bn yuan", "1.82e10 cny"},
        Case{"18.228 billion yuan ($2.8 billion)", "1.8228e10 cny, 2.8e9 usd"},
        Case{"CNY 18.2 bn", "1.82e10 cny"}, Case{"RMB100 billion", "1e11 cny"},
        Case{"Rmb8bn", "8e9 cny"}, Case{"8bn renminbi", "8e9 cny"},
        Case{"RMB 5 billion yuan", "5e9 cny"}, Case{"HK$127.7bn", "1.277e11 hkd"},
        Case{"S$3", "3e0 sgd"}, Case{"A$5bn", "5e9 aud"}, Case{"NT$3 billion", "3e9 twd"},
        Case{"30 Hong Kong dollars", "3e1 hkd"}, Case{"€5m", "5e6 eur"},
        Case{"£2.5 million", "2.5e6 gbp"}, Case{"¥100 billion", "1e11 yen_or_yuan"},
        Case{"¥100 billion yuan", "1e11 cny"}, Case{"CN¥5bn", "5e9 cny"},
        Case{"500,000 yuan", "5e5 cny"}, Case{"half a million yuan", "5e5 cny"},
        Case{"three hundred million dollars", "3e8 usd"}, Case{"$277.40 each", "2.774e2 usd"},
        Case{"a million-dollar fine", "1e6 usd"}, Case{"$１２", "1.2e1 usd"}));

INSTANTIATE_TEST_SUITE_P(
    EnglishOther, Amounts,
    ::testing::Values(
        Case{"1%", "1e0 percent"}, Case{"1 per cent", "1e0 percent"},
        Case{"5.5 percent", "5.5e0 percent"}, Case{"a 10-percent stake", "1e1 percent"},
        Case{"4 percentage points", "4e0 percentage_points"},
        Case{"25 basis points", "2.5e1 basis_points"}, Case{"three hours a week", "3e0 hours"},
        Case{"90 minutes", "9e1 minutes"}, Case{"a 14-day wait", "1.4e1 days"},
        Case{"twenty-five years", "2.5e1 years"}, Case{"a third of users", "3.333e1 percent"},
        Case{"two-thirds", "6.667e1 percent"}, Case{"one in five", "2e1 percent"},
        Case{"half of it", "5e1 percent"}, Case{"500 million users", "5e8 users"},
        Case{"493 million annual active users", "4.93e8 users"}, Case{"20,000 jobs", "2e4 jobs"},
        Case{"1.67 billion shares", "1.67e9 shares"}, Case{"14 platforms", "1.4e1 companies"},
        Case{"five new deals", "5e0 deals"}, Case{"3.5 million", "3.5e6 count"},
        Case{"two and a half million people", "2.5e6 people"}, Case{"5m users", "5e6 users"},
        Case{"5.5 p.c. of", "5.5e0 percent"}, Case{"half an hour", "3e1 minutes"},
        Case{"half a year", "6e0 months"}, Case{"for an hour", "1e0 hours"},
        Case{"more than a year", "more 1e0 years"}, Case{"25 more apps", "2.5e1 apps"},
        Case{"3 yrs", "3e0 years"}));

INSTANTIATE_TEST_SUITE_P(
    Chinese, Amounts,
    ::testing::Values(Case{"RMB 182.28亿", "1.8228e10 cny"},
                      Case{"处罚款182.28亿元。", "1.8228e10 cny"}, Case{"1万亿美元", "1e12 usd"},
                      Case{"1萬億美元", "1e12 usd"}, Case{"人民币80.26亿元", "8.026e9 cny"},
                      Case{"80.26 億元人民幣", "8.026e9 cny"}, Case{"二百亿元", "2e10 cny"},
                      Case{"三千亿", "3e11 count"}, Case{"1亿2000万元", "1.2e8 cny"},
                      Case{"一万二千亿元", "1.2e12 cny"},
                      Case{"一百五十五萬名香港散戶", "1.55e6 people"}, Case{"八十港元", "8e1 hkd"},
                      Case{"￥5亿元", "5e8 cny"}, Case{"3000万元", "3e7 cny"},
                      Case{"百分之一", "1e0 percent"}, Case{"4%", "4e0 percent"},
                      Case{"4％", "4e0 percent"}, Case{"3个百分点", "3e0 percentage_points"},
                      Case{"三分之一", "3.333e1 percent"}, Case{"跌幅近三成", "nearly 3e1 percent"},
                      Case{"三成五", "3.5e1 percent"}, Case{"一小时", "1e0 hours"},
                      Case{"每周2个小时", "2e0 hours"}, Case{"90分钟", "9e1 minutes"},
                      Case{"3个月", "3e0 months"}, Case{"两年", "2e0 years"},
                      Case{"5亿用户", "5e8 users"}, Case{"6亿月活跃用户", "6e8 users"},
                      Case{"14家平台企业", "1.4e1 companies"}, Case{"六万名员工", "6e4 people"},
                      Case{"25款应用", "2.5e1 apps"}, Case{"2.5億股", "2.5e8 shares"},
                      Case{"百分之五点五", "5.5e0 percent"}, Case{"三点二万亿元", "3.2e12 cny"},
                      Case{"半小时", "3e1 minutes"}, Case{"半個月", "5e-1 months"},
                      Case{"近半年", "nearly 6e0 months"}, Case{"近千万元", "nearly 1e7 cny"},
                      Case{"每周三小时", "3e0 hours"}, Case{"三分一", "3.333e1 percent"},
                      Case{"一兆元新台幣", "1e12 twd"}, Case{"５００万元", "5e6 cny"},
                      Case{"３．５％", "3.5e0 percent"}));

INSTANTIATE_TEST_SUITE_P(
    Hedged, Amounts,
    ::testing::Values(Case{"nearly $1 trillion", "nearly 1e12 usd"},
                      Case{"more than a trillion dollars", "more 1e12 usd"},
                      Case{"over 70%", "more 7e1 percent"}, Case{"about $5", "about 5e0 usd"},
                      Case{"less than 3%", "less 3e0 percent"},
                      Case{"at least 30%", "at least 3e1 percent"},
                      Case{"no more than 10%", "at most 1e1 percent"},
                      Case{"no less than 10%", "at least 1e1 percent"},
                      Case{"up to 5%", "up to 5e0 percent"},
                      Case{"as much as 10%", "up to 1e1 percent"},
                      Case{"close to $1 trillion", "nearly 1e12 usd"},
                      Case{"50 billion yuan or more", "at least 5e10 cny"},
                      Case{"近1万亿美元", "nearly 1e12 usd"}, Case{"超过100亿元", "more 1e10 cny"},
                      Case{"约28亿美元", "about 2.8e9 usd"}, Case{"不到一成", "less 1e1 percent"},
                      Case{"不超过200元", "at most 2e2 cny"}, Case{"10多亿元", "more 1e9 cny"},
                      Case{"80余家企业", "more 8e1 companies"},
                      Case{"50亿元以上", "at least 5e9 cny"}, Case{"逾七年", "more 7e0 years"}));

INSTANTIATE_TEST_SUITE_P(
    Ranges, Amounts,
    ::testing::Values(Case{"$1bn-$2bn", "1e9..2e9 usd"}, Case{"$10-15 billion", "1e10..1.5e10 usd"},
                      Case{"between 3% and 5%", "3e0..5e0 percent"},
                      Case{"3-5%", "3e0..5e0 percent"},
                      Case{"from 1 to 10 per cent", "1e0..1e1 percent"},
                      Case{"3 to 5 percent", "3e0..5e0 percent"},
                      Case{"10亿至20亿元", "1e9..2e9 cny"}, Case{"10%到15%", "1e1..1.5e1 percent"},
                      Case{"10–15%", "1e1..1.5e1 percent"},
                      Case{"from $1 billion to $2 billion", "1e9 usd, 2e9 usd"},
                      Case{"from 3% to 5%", "3e0 percent, 5e0 percent"},
                      Case{"fell 5% to $3", "5e0 percent, 3e0 usd"},
                      Case{"5% to 3%", "5e0 percent, 3e0 percent"}));

INSTANTIATE_TEST_SUITE_P(
    None, Amounts,
    ::testing::Values(
        Case{"", ""}, Case{"in 2021", ""}, Case{"2021 companies", ""}, Case{"Article 22", ""},
        Case{"Article 22 companies", ""}, Case{"No. 5", ""}, Case{"July 12, 2023", ""},
        Case{"2020-2023", ""}, Case{"Qihoo 360", ""}, Case{"GPT-4", ""}, Case{"A800 chips", ""},
        Case{"version 3.2.1", ""}, Case{"10:30", ""}, Case{"tel. 555-0199", ""},
        Case{"a company", ""}, Case{"the first half", ""}, Case{"one company", ""},
        Case{"a third company", ""}, Case{"5 year", "5e0 years"}, Case{"5G", ""}, Case{"$", ""},
        Case{"yuan", ""}, Case{"million", ""}, Case{"five-year-old", ""}, Case{"31 points", ""},
        Case{"2021年4月10日", ""}, Case{"二〇二一年", ""}, Case{"第三季度", ""}, Case{"万科", ""},
        Case{"百度", ""}, Case{"第22条", ""}, Case{"一家公司", ""}, Case{"元宇宙", ""},
        Case{"三成为", ""}, Case{"COVID-19 people", ""}, Case{"十四五", ""}, Case{"an hour", ""},
        Case{"half past", ""}, Case{"半导体", ""}, Case{"千万不要", ""}, Case{"45 titles", ""},
        Case{"two days earlier", ""}, Case{"一年前", ""}, Case{"9个月前", ""}, Case{"上一年度", ""},
        Case{"99999999999999999999999 yuan", ""}));

TEST(AmountRange, IsTheNumberAndItsUnit) {
    struct Row {
        std::string text;
        std::string slice;
    };
    for (const Row& row : {Row{"fined nearly $2.8 billion, it", "$2.8 billion"},
                           Row{"罚款约人民币80.26亿元。", "人民币80.26亿元"},
                           Row{"some 493 million active users of", "493 million active users"},
                           Row{"between 3% and 5% of", "3% and 5%"}}) {
        AmountFinder finder;
        const auto& found = finder.find(row.text);
        ASSERT_EQ(found.size(), 1U) << row.text;
        EXPECT_EQ(slice(row.text, found[0].range), row.slice);
    }
}

TEST(Decimals, CompareByValue) {
    EXPECT_EQ(Decimal(2800, 6), Decimal(28, 8));
    EXPECT_LT(Decimal(28, 8), Decimal(3, 9));
    EXPECT_FALSE(Decimal(28, 8) < Decimal(28, 8));
    EXPECT_LT(Decimal(9, 0), Decimal(1, 1000));
    EXPECT_DOUBLE_EQ(Decimal(182, 8).to_double(), 1.82e10);
}

}  // namespace
}  // namespace sinodex
