// SPDX-License-Identifier: GPL-2.0-or-later

// Notations of amounts, and what looks like them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/corpus/quantities/found_quantities.h"

namespace sinodex {
namespace {

struct Notation {
    const char* text;
    const char* amounts;
};

class Notations : public ::testing::TestWithParam<Notation> {};

TEST_P(Notations, AreRead) { EXPECT_EQ(found_amounts(GetParam().text), GetParam().amounts); }

INSTANTIATE_TEST_SUITE_P(
    EnglishSums, Notations,
    ::testing::Values(
        Notation{"It set 30 million U.S. dollars aside", "3e7 usd"},
        Notation{"two billion H.K. dlrs and 5 mln dlrs", "2e9 hkd, 5e6 usd"},
        Notation{"rose $1.40 to $71.15", "1.4e0 usd, 7.115e1 usd"},
        Notation{"rose by more than $1bn to $4.2bn", "more 1e9 usd, 4.2e9 usd"},
        Notation{"costs $2m to $3m", "2e6..3e6 usd"},
        Notation{"Bids range from 20% to 40%", "2e1..4e1 percent"},
        Notation{"a fine of RMB5,000 to RMB90,000", "5e3..9e4 cny"},
        Notation{"fines from 20,000 to 200,000 yuan", "2e4..2e5 cny"},
        Notation{"a $1.2b-1.8b hit", "1.2e9..1.8e9 usd"},
        Notation{"a million and a half euros", "1.5e6 eur"},
        Notation{"The duty went from 30 percent to 15, the other stayed.",
                 "3e1 percent, 1.5e1 percent"},
        Notation{"The team went from 30 percent to 15 cities", "3e1 percent"},
        Notation{"Ant paid 7.1bn yuan; Tenpay, 3 billion. Then JD reached 4bn.",
                 "7.1e9 cny, 3e9 cny, 4e9 cny"},
        Notation{"It paid 7.1bn yuan. Visits, 3 billion, doubled", "7.1e9 cny, 3e9 count"},
        Notation{"It paid 7.1bn yuan. Visits reached 3 billion.", "7.1e9 cny, 3e9 count"},
        Notation{"In Britain it cost three million pounds", "3e6 gbp"},
        Notation{"three million pounds of copper", "3e6 count"},
        Notation{"fifty-odd million yuan", "about 5e7 cny"},
        Notation{"EUR 6,5 billion", "6.5e9 eur"}, Notation{"USD/CNY 7.0412 today", ""},
        Notation{"1.250,00 € there", "1.25e3 eur"}, Notation{"two trillion of yuan", "2e12 cny"},
        Notation{"40 ten thousand yuan", "4e5 cny"}, Notation{"four billions dollars", "4e9 usd"},
        Notation{"TSMC made $90bn, up from 71 in 2023", "9e10 usd, 7.1e10 usd"},
        Notation{"a margin of 8.5%, against 7.9 a year ago", "8.5e0 percent, 7.9e0 percent"},
        Notation{"fell 5% from 80 a month ago", "5e0 percent"},
        Notation{"It fined A 9.1 billion yuan, Meituan 3.2 billion and Didi 8 billion.",
                 "9.1e9 cny, 3.2e9 cny, 8e9 cny"},
        Notation{"$40bn for plants, two billion of that for old ones", "4e10 usd, 2e9 usd"},
        Notation{"the Five-Year Plan, a five-year plan", "5e0 years"},
        Notation{"in two thousand twenty-five", ""}, Notation{"revenue 9.4B", ""},
        Notation{"In US$ revenue was $9.4B vs 8.8B.", "9.4e9 usd, 8.8e9 usd"},
        Notation{"trained on 60k H100s", "6e4 count"},
        Notation{"four hundred and twelve point five million yuan", "4.125e8 cny"},
        Notation{"half a dozen firms, two dozen stores, several dozen banks",
                 "6e0 companies, 2.4e1 stores"},
        Notation{"thirty (30) days or 12 (twelve) months", "3e1 days, 1.2e1 months"}));

INSTANTIATE_TEST_SUITE_P(
    Shares, Notations,
    ::testing::Values(
        Notation{"up 2.4ppts, down 1.1 pp", "2.4e0 percentage_points, 1.1e0 percentage_points"},
        Notation{"rose 1.8 points to 44%", "1.8e0 percentage_points, 4.4e1 percent"},
        Notation{"the index rose 18 points", ""},
        Notation{"by three percent points", "3e0 percentage_points"},
        Notation{"a quarter of a percentage point", "2.5e-1 percentage_points"},
        Notation{"grew half a percent", "5e-1 percent"}, Notation{"12 pc of it", "1.2e1 percent"},
        Notation{"12, 15 and 18 percent", "1.2e1 percent, 1.5e1 percent, 1.8e1 percent"},
        Notation{"on June 12, 15 percent", "1.5e1 percent"},
        Notation{"in 1985/86 and 7.1 percent", "7.1e0 percent"},
        Notation{"half its staff, half or more of it", "5e1 percent, at least 5e1 percent"},
        Notation{"nine out of ten users", "9e1 percent"},
        Notation{"Uber owns a tenth.", "1e1 percent"}, Notation{"Uber came a tenth.", ""},
        Notation{"2½% and 3¼ years", "2.5e0 percent, 3.25e0 years"},
        Notation{"七八成，十分之三，万分之五，过半",
                 "7e1..8e1 percent, 3e1 percent, 5e-2 percent, "
                 "5e1 percent"},
        Notation{"经过半年", "6e0 months"},
        Notation{"百分之一以上百分之十以下", "1e0..1e1 percent"},
        Notation{"分别增长12、15和18%", "1.2e1 percent, 1.5e1 percent, 1.8e1 percent"},
        Notation{"分别为2848和2.2%", "2.2e0 percent"}, Notation{"升咗3個巴仙", "3e0 percent"}));

INSTANTIATE_TEST_SUITE_P(
    Times, Notations,
    ::testing::Values(
        Notation{"over two decades", "more 2e1 years"}, Notation{"two decades ago", ""},
        Notation{"for a decade", "1e1 years"}, Notation{"a fortnight ahead of it", "2e0 weeks"},
        Notation{"two-and-a-half years", "2.5e0 years"}, Notation{"within 48h", "4.8e1 hours"},
        Notation{"in 1H and 2H24", ""}, Notation{"four more working days", "4e0 days"},
        Notation{"the last three financial years", "3e0 years"},
        Notation{"the 1987-88 financial year", ""}, Notation{"he is 61 years old", ""},
        Notation{"more than a year before", ""}, Notation{"a half-year report", ""},
        Notation{"a half-hour break", "3e1 minutes"}, Notation{"from zero hour", ""},
        Notation{"一个半小时，两个半月", "1.5e0 hours, 2.5e0 months"},
        Notation{"兩個禮拜，三個鐘", "2e0 weeks, 3e0 hours"},
        Notation{"連三日下跌，三日開會", "3e0 days"}, Notation{"一個營業日內", "1e0 days"},
        Notation{"两三年，八九年", "2e0..3e0 years"}, Notation{"三年级学生", ""},
        Notation{"廿四小時", "2.4e1 hours"}));

INSTANTIATE_TEST_SUITE_P(
    ChineseSums, Notations,
    ::testing::Values(
        Notation{"投入十几亿元", "more 1e9 cny"}, Notation{"7万3元", "7.3e4 cny"},
        Notation{"亏了半个亿元", "5e7 cny"}, Notation{"花一个多亿元", "more 1e8 cny"},
        Notation{"廿三億美元", "2.3e9 usd"}, Notation{"三億幾港元", "more 3e8 hkd"},
        Notation{"三千多块一个月", "3e3 cny, 1e0 months"}, Notation{"１.５亿元", "1.5e8 cny"},
        Notation{"分别为5.6、3.2和1.1亿元", "5.6e8 cny, 3.2e8 cny, 1.1e8 cny"},
        Notation{"由5亿增至8亿元", "5e8 cny, 8e8 cny"}, Notation{"融资5000w+", "5e7 cny"},
        Notation{"65W快充", ""}, Notation{"月薪3万，售价15万", "3e4 cny, 1.5e5 cny"},
        Notation{"投入3万台", "3e4 count"}, Notation{"赔了14亿马克", "1.4e9 count"},
        Notation{"5亿新元", "5e8 sgd"}, Notation{"67亿刀", "6.7e9 usd"},
        Notation{"一刀切、3刀", ""}, Notation{"800萬蚊", "8e6 hkd"}, Notation{"500円", "5e2 jpy"},
        Notation{"公平會罰300萬元", "3e6 twd"}, Notation{"證監會罰款800萬元", "8e6 hkd"},
        Notation{"港交所收入29億元（人民幣，下同），溢利12億元", "2.9e9 cny, 1.2e9 cny"},
        Notation{"部機喺旺角換電要$459", "4.59e2 hkd"},
        Notation{"參數6710億，花557.6萬美元", "6.71e11 count, 5.576e6 usd"},
        Notation{"发电量8.1万亿千瓦时", "8.1e12 count"}));

INSTANTIATE_TEST_SUITE_P(
    Counts, Notations,
    ::testing::Values(Notation{"DAUs reached 86 million.", "8.6e7 users"},
                      Notation{"月活用户已达7.2亿。", "7.2e8 users"},
                      Notation{"25款App下架", "2.5e1 apps"},
                      Notation{"近百家企业", "nearly 1e2 companies"}, Notation{"百家企业", ""},
                      Notation{"逾千人", "more 1e3 people"},
                      Notation{"五百来号人", "about 5e2 people"}, Notation{"3号人物", ""},
                      Notation{"2.8亿人次", "2.8e8 people"},
                      Notation{"5,963 full-time employees", "5.963e3 people"},
                      Notation{"45 million monthly end users", "4.5e7 users"}));

INSTANTIATE_TEST_SUITE_P(Misread, Notations,
                         ::testing::Values(Notation{"a fine of S1.2 bn", "1.2e9 usd"},
                                           Notation{"HKS35 and USS300", "3.5e1 hkd, 3e2 usd"},
                                           Notation{"the S3 series, S22", ""},
                                           Notation{"I0 billion yuan", "1e10 cny"},
                                           Notation{"lO billion yuan", "1e10 cny"},
                                           Notation{"HK$I.5 billion", "1.5e9 hkd"},
                                           Notation{"2 mlllion, 3 biIlion", "2e6 count, 3e9 count"},
                                           Notation{"rose 2. 8 billion yuan", "2.8e9 cny"},
                                           Notation{"fell 3. 1%", "3.1e0 percent"},
                                           Notation{"in 2024. 8 billion people", "8e9 people"},
                                           Notation{"3. 5% of it", "5e0 percent"},
                                           Notation{"3.l% of it", "3.1e0 percent"},
                                           Notation{"182.28忆元，500方元，3oo万元，O.6亿元",
                                                    "1.8228e10 cny, 5e6 cny, 3e6 cny, 6e7 cny"}));

INSTANTIATE_TEST_SUITE_P(
    TaiwanAndHongKong, Notations,
    ::testing::Values(
        Notation{"大陸稅務部門稽查，本公司111年第4季合併營收1.9兆元", "1.9e12 twd"},
        Notation{"人民日報話佢今日跌咗，收市399元", "3.99e2 hkd"},
        Notation{"少掉300億美元，換算台幣約9.6兆", "3e10 usd, 9.6e12 twd"},
        Notation{"今年前七个月，2023年前五個月", ""}, Notation{"截至10月27日的三个月", ""},
        Notation{"也就是人民幣約7分錢", ""}, Notation{"前五個月", "5e0 months"},
        Notation{"說說看，前五個月賣出多少", ""},
        Notation{"上季營收1.2兆，股價漲到980元，在中國的廠不變", "1.2e12 twd, 9.8e2 twd"},
        Notation{"川普說要加稅，網路股跌，手上的中國概念股剩45元", "4.5e1 twd"},
        Notation{"在北京耗電25兆瓦，罰款5萬元", "5e4 cny"},
        Notation{"翻開月結單，成本88元，收市得71元", "8.8e1 hkd, 7.1e1 hkd"},
        Notation{"每手500股，入場費約7,070元", "5e2 shares, about 7.07e3 hkd"},
        Notation{"它在上海擬集資42億元人民幣。對手在聯交所籌到55億，另一家8億",
                 "4.2e9 cny, 5.5e9 hkd, 8e8 hkd"},
        Notation{"庫存40万至50万颗，由3万增至5万", "4e5..5e5 count, 3e4 count, 5e4 count"}));

INSTANTIATE_TEST_SUITE_P(
    Tables, Notations,
    ::testing::Values(
        Notation{"Results; RMB m unless stated\nFirm / Revenue / Dividend (RMB)\nA / 1,204 / 1.5",
                 "1.204e9 cny, 1.5e0 cny"},
        Notation{"项目｜金额（亿美元）｜同比（%）\n出口｜357｜5.9", "3.57e10 usd, 5.9e0 percent"},
        Notation{"名次　公司　月增%　年增%\n1　鴻海　7.0　-11.3", "7e0 percent, 1.13e1 percent"},
        Notation{"Name\tStake %\nSoftBank\t24.9", "2.49e1 percent"},
        Notation{"US$ million\t1Q24\t4Q23\nSales\t18,870\t19,620", "1.887e10 usd, 1.962e10 usd"},
        Notation{"Metric / 2Q25 / 2Q24\nGross margin, % / 58.6 / 53.2",
                 "5.86e1 percent, 5.32e1 percent"},
        Notation{"Firm, sales (US$bn), growth (%)\nTSMC, 69.3, 8.7", "6.93e10 usd, 8.7e0 percent"},
        Notation{"Sales, RMB bn: Tencent 560.1, Baidu 124.5", "5.601e11 cny, 1.245e11 cny"},
        Notation{"in million yuan: Ant and its units, 7,123; Tenpay, 2,993.",
                 "7.123e9 cny, 2.993e9 cny"},
        Notation{"Fines, RMB million\n- Alibaba: 18,228\n- Meituan: 3,442",
                 "1.8228e10 cny, 3.442e9 cny"},
        Notation{"Fines (RMB million)\n1. Alibaba 18,228\n2. Meituan 3,442",
                 "1.8228e10 cny, 3.442e9 cny"},
        Notation{"Market cap (US$): Nvidia 4.5tn, TSMC 1.2tn", "4.5e12 usd, 1.2e12 usd"},
        Notation{"公司／每股盈餘（元）／毛利率（%）\n台積電／14.45／58.6",
                 "1.445e1 twd, 5.86e1 percent"},
        Notation{"項目（億元人民幣）｜2023年｜2022年\n收入｜6,090.2｜5,545.5\n毛利｜2,931｜2,387",
                 "6.0902e11 cny, 5.5455e11 cny, 2.931e11 cny, 2.387e11 cny"},
        Notation{"收入（億元）｜2023年｜2022年\n毛利率（%）｜46｜43",
                 "4.6e1 percent, 4.3e1 percent"},
        Notation{"股东\t持股（万股）\n张三\t1,200", "1.2e7 shares"},
        Notation{"Users (m)\tYear\n120\t2021\n", "1.2e8 users"},
        Notation{"Rank, Company, Code\n1, Tencent, 700", ""}));

}  // namespace
}  // namespace sinodex
