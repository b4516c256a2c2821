// SPDX-License-Identifier: GPL-2.0-or-later

// Dates as notices, papers of Taiwan and Hong Kong, chronologies and wires tell them.

#include <gtest/gtest.h>

#include "corpus/quantities/dates.h"
#include "tests/corpus/quantities/found_quantities.h"

namespace sinodex {
namespace {

struct ToldCase {
    const char* text;
    const char* dates;
};

// A Wednesday.
const std::optional<Day> kWednesday = day_of(2024, 5, 15);

class ToldDates : public ::testing::TestWithParam<ToldCase> {};

TEST_P(ToldDates, AreFound) {
    EXPECT_EQ(found_dates(GetParam().text, kWednesday), GetParam().dates);
}

INSTANTIATE_TEST_SUITE_P(
    Traditional, ToldDates,
    ::testing::Values(
        ToldCase{"去（112）年出口", "r 2023-01-01..2023-12-31 year"},
        ToldCase{"上（4）月營收", "r 2024-04-01..2024-04-30 month"},
        ToldCase{"本（5）月20日就職", "r 2024-05-20 day"},
        ToldCase{"於113/6/3前補正", "a 2024-06-03 day"},
        ToldCase{"113.05.20公告", "a 2024-05-20 day"}, ToldCase{"版本113.5.77", ""},
        ToldCase{"琴日收市，聽日再戰", "r 2024-05-14 day, r 2024-05-16 day"},
        ToldCase{"後日舉行。", "r 2024-05-17 day"}, ToldCase{"此後日均三萬", ""},
        ToldCase{"到後年再說", "r 2026-01-01..2026-12-31 year"}, ToldCase{"今後年均增長", ""},
        ToldCase{"下個星期五截止", "r 2024-05-24 day"},
        ToldCase{"今個月內", "r 2024-05-01..2024-05-31 month"},
        ToldCase{"舊年已講過", "r 2023-01-01..2023-12-31 year"},
        ToldCase{"次季收入", "r 2024-04-01..2024-06-30 quarter"}, ToldCase{"三次季軍", ""},
        ToldCase{"去年首三季", "r 2023-01-01..2023-09-30 span"},
        ToldCase{"今年首四個月", "r 2024-01-01..2024-04-30 span"}, ToldCase{"首4家店", ""},
        ToldCase{"年內上市", "r 2024-01-01..2024-12-31 year"}, ToldCase{"兩年內上市", ""},
        ToldCase{"未來 10 年內", ""}, ToldCase{"全年內河貨運", ""}, ToldCase{"第13個年頭", ""},
        ToldCase{"今年尾", "r 2024-12-01..2024-12-31 part"},
        ToldCase{"如今年的", "r 2024-01-01..2024-12-31 year"}, ToldCase{"如今公布的", ""},
        ToldCase{"今起開售，今開市", "r 2024-05-15 day, r 2024-05-15 day"},
        ToldCase{"台北股市在國慶連假後", "r 2023-10-10 day"},
        ToldCase{"北京在国庆假期", "r 2023-10-01 day"}, ToldCase{"雙十連假", "r 2023-10-10 day"},
        ToldCase{"聖誕節隔天", "r 2023-12-26 day"}, ToldCase{"（首尾兩日）", ""}));

INSTANTIATE_TEST_SUITE_P(
    Simplified, ToldDates,
    ::testing::Values(ToldCase{"将在今年的11月8日投票", "r 2024-11-08 day"},
                      ToldCase{"汇缴于10月30日截止", "r 2024-10-30 day"},
                      ToldCase{"1月31日（除夕）停运", "r 2024-01-31 day"},
                      ToldCase{"5月3日启动；两日后下架", "r 2024-05-03 day, r 2024-05-05 day"},
                      ToldCase{"5月3日的禁令公布一个月后，", "r 2024-05-03 day"},
                      ToldCase{"12月1日起施行的新规要求", "r 2023-12-01 day"},
                      ToldCase{"档号：B1/15C 2025。", ""},
                      ToldCase{"要6/3才开", "r 2024-06-03 day"},
                      ToldCase{"5月13日 甲\n周四 乙\n翌日 丙",
                               "r 2024-05-13 day, r 2024-05-16 day, r 2024-05-17 day"},
                      ToldCase{"今年第一季多，上季末少",
                               "r 2024-01-01..2024-03-31 quarter, r 2023-12-31 day"}));

// A list of the year that is over begins in its first months, though these come again soon.
INSTANTIATE_TEST_SUITE_P(
    Chronologies, ToldDates,
    ::testing::Values(
        ToldCase{"June 5: a\nAug. 1: b\nFeb. 3: c",
                 "r 2023-06-05 day, r 2023-08-01 day, r 2024-02-03 day"},
        ToldCase{"6月5日　甲\n10月　乙\n4月2日　丙",
                 "r 2023-06-05 day, r 2023-10-01..2023-10-31 month, r 2024-04-02 day"},
        ToldCase{"May 20: a\nMay 28: b\nJune 3: c",
                 "r 2024-05-20 day, r 2024-05-28 day, r 2024-06-03 day"},
        ToldCase{
            "2022\nJune 5: a\nAug. 1: b\nOct. 3: c",
            "a 2022-01-01..2022-12-31 year, r 2022-06-05 day, r 2022-08-01 day, r 2022-10-03 day"},
        ToldCase{"2021-07-04 it was removed; others on 07-09.",
                 "a 2021-07-04 day, r 2021-07-09 day"},
        ToldCase{"pages 07-09 of it", ""}));

INSTANTIATE_TEST_SUITE_P(
    WhichWay, ToldDates,
    ::testing::Values(
        ToldCase{"It was intended to reach them before October 31.", "r 2024-10-31 day"},
        ToldCase{"Figures to be reported Tuesday by the office", "r 2024-05-21 day"},
        ToldCase{"A launch is targeted for 3:29 on Thursday.", "r 2024-05-16 day"},
        ToldCase{"They said that on Friday the firm would sign.", "r 2024-05-17 day"},
        ToldCase{"They said that on Friday the firm had signed.", "r 2024-05-10 day"},
        ToldCase{"It announced their plans on Thursday.", "r 2024-05-09 day"},
        ToldCase{"The year starting Oct. 1 will be hard.", "r 2024-10-01 day"},
        ToldCase{"a dividend payable October 30", "r 2024-10-30 day"},
        ToldCase{"bonds convertible through September 29", "r 2024-09-29 day"},
        ToldCase{"Compliance date: November 18.", "r 2024-11-18 day"},
        ToldCase{"It will hold a music-centered event for its many friends in San Francisco on "
                 "September 1.",
                 "r 2024-09-01 day"},
        ToldCase{"It had warned of a levy from June 20.", "r 2024-06-20 day"},
        ToldCase{"Trading was halted from October 20 until now.", "r 2023-10-20 day"},
        ToldCase{"The agency said on Monday banks would comply by June 28.",
                 "r 2024-05-13 day, r 2024-06-28 day"},
        ToldCase{"The shop will have sold out by Friday.", "r 2024-05-17 day"},
        ToldCase{"It took a loss in the quarter ending June 2.",
                 "r 2024-03-04..2024-06-02 quarter"},
        ToldCase{"Export rules, in force 1 August", "r 2024-08-01 day"},
        ToldCase{"The rule was to take effect on October 14.", "r 2024-10-14 day"},
        ToldCase{"She resigned effective July 8.", "r 2024-07-08 day"},
        ToldCase{"The bill passed in March takes effect in October.",
                 "r 2024-03-01..2024-03-31 month, r 2024-10-01..2024-10-31 month"},
        ToldCase{"The panel meets on Monday; SAMR opens probe on Monday",
                 "r 2024-05-20 day, r 2024-05-13 day"},
        ToldCase{"It rose after closing at 71.2 Tuesday.", "r 2024-05-14 day"},
        ToldCase{"Ahead: Scholz visits a plant on Monday", "r 2024-05-20 day"},
        ToldCase{"Coming up: results of Baidu on Thursday", "r 2024-05-16 day"},
        ToldCase{"It guided for Q3 sales of $3bn.", "r 2024-07-01..2024-09-30 quarter"},
        ToldCase{"The note from Monday said so.", "r 2024-05-13 day"},
        ToldCase{"It wanted a rise with effect from July 9.", "r 2024-07-09 day"},
        ToldCase{"Without it they would have risen in October.", "r 2023-10-01..2023-10-31 month"},
        ToldCase{"He would have an audience on June 7.", "r 2024-06-07 day"},
        ToldCase{"It made an offer Saturday ending the row.", "r 2024-05-11 day"},
        ToldCase{"refunds today and Friday", "r 2024-05-15 day, r 2024-05-17 day"},
        ToldCase{"It began on May 2, nine days earlier than planned.", "r 2024-05-02 day"},
        ToldCase{"海關已通知，自9月30日起停止", "r 2024-09-30 day"},
        ToldCase{"證監會公布，第3季展望保守", "r 2024-07-01..2024-09-30 quarter"},
        ToldCase{"辦法1日剛生效", "r 2024-05-01 day"}, ToldCase{"距今剛23年", ""},
        ToldCase{"業主須於10月30日或之前完成登記", "r 2024-10-30 day"},
        ToldCase{"planned for Friday and Monday", "r 2024-05-17 day, r 2024-05-20 day"},
        ToldCase{"loaded before May 20 and entered before the 28th",
                 "r 2024-05-20 day, r 2024-05-28 day"}));

INSTANTIATE_TEST_SUITE_P(
    EnglishPhrases, ToldDates,
    ::testing::Values(
        ToldCase{"in last year's third quarter", "r 2023-07-01..2023-09-30 quarter"},
        ToldCase{"in 2023's Q3 and last year's Q4",
                 "a 2023-07-01..2023-09-30 quarter, r 2023-10-01..2023-12-31 quarter"},
        ToldCase{"It was held yesterday, May 14, here.", "r 2024-05-14 day, r 2024-05-14 day"},
        ToldCase{"to be held tomorrow (May 16)", "r 2024-05-16 day, r 2024-05-16 day"},
        ToldCase{"明日（16日）", "r 2024-05-16 day, r 2024-05-16 day"},
        ToldCase{"It is to be signed there during October 2-3", "r 2024-10-02..2024-10-03 span"},
        ToldCase{"in 2023's third quarter", "a 2023-07-01..2023-09-30 quarter"},
        ToldCase{"the 2023 second half", "a 2023-07-01..2023-12-31 half"},
        ToldCase{"by April 15 of this year", "r 2024-04-15 day"},
        ToldCase{"on the 15th of the last month", "r 2024-04-15 day"},
        ToldCase{"on the third Monday of every month", ""}, ToldCase{"on Sunday mornings", ""},
        ToldCase{"Lines are open Monday to Friday.", ""},
        ToldCase{"from Monday to Friday it fell", "r 2024-05-13..2024-05-17 span"},
        ToldCase{"USA Today and The Tonight Show", ""},
        ToldCase{"Today it fell", "r 2024-05-15 day"},
        ToldCase{"in mid-March and at end-March",
                 "r 2024-03-11..2024-03-20 part, r 2024-03-31 day"},
        ToldCase{"said March sales rose", "r 2024-03-01..2024-03-31 month"},
        ToldCase{"since '21 and in the summer of '22",
                 "a 2021-01-01..2021-12-31 year, a 2022-06-01..2022-08-31 span"},
        ToldCase{"the '21 class", ""}, ToldCase{"by year's end", "r 2024-12-31 day"},
        ToldCase{"a fortnight ago", "r 2024-05-01 day"},
        ToldCase{"On May 3 it fell. Four days on, it rose.", "r 2024-05-03 day, r 2024-05-07 day"},
        ToldCase{"the week before Christmas", "r 2023-12-18..2023-12-24 week"},
        ToldCase{"the day after May 12", "r 2024-05-12 day"},
        ToldCase{"from July the first", "r 2024-07-01 day"},
        ToldCase{"w/c 20 May: hearings", "r 2024-05-20..2024-05-26 week"},
        ToldCase{"On Friday last it fell", "r 2024-05-10 day"},
        ToldCase{"It is announced not fewer than 30 days before.", ""},
        ToldCase{"Over the weekend Baker spoke.", "r 2024-05-11..2024-05-12 span"},
        ToldCase{"It closed Thu, then fell.", "r 2024-05-09 day"},
        ToldCase{"COM(2023) 192 and Order No. 16 (2020)", ""}, ToldCase{"a margin of 5/16 pct", ""},
        ToldCase{"the quarterly period ended March 31, 2024", "a 2024-01-01..2024-03-31 quarter"},
        ToldCase{"the six months to end-March", "r 2023-10-01..2024-03-31 half"}));

INSTANTIATE_TEST_SUITE_P(
    OfBothLanguages, ToldDates,
    ::testing::Values(
        ToldCase{"台股今開高，記得月底前繳費", "r 2024-05-15 day, r 2024-05-31 day"},
        ToldCase{"將優先處理，院長在週五的會上說", "r 2024-05-10 day"},
        ToldCase{"今年前2月出口", "r 2024-01-01..2024-02-29 span"},
        ToldCase{"民國104年成立，109年上市，112年底",
                 "a 2015-01-01..2015-12-31 year, a 2020-01-01..2020-12-31 year, "
                 "a 2023-12-01..2023-12-31 part"},
        ToldCase{"109年的歷史", ""}, ToldCase{"6/5除息", "r 2024-06-05 day"},
        ToldCase{"汇缴于10月30日截止", "r 2024-10-30 day"},
        ToldCase{"It appears every Tuesday and Friday.", ""},
        ToldCase{"Last year's December was cold", "r 2023-12-01..2023-12-31 month"},
        ToldCase{"It fell. Mon: flat.", "r 2024-05-13 day"},
        ToldCase{"The law signed here gives it 270 days, until 19 January, to sell.",
                 "r 2025-01-19 day"},
        ToldCase{"on Thursday, the 6th day of June, 2024.", "a 2024-06-06 day"},
        ToldCase{"It lapses a week from today.", "r 2024-05-22 day"},
        ToldCase{"a week from Paris", ""}, ToldCase{"一一三年八月七日", "a 2024-08-07 day"},
        ToldCase{"民國一一三年", "a 2024-01-01..2024-12-31 year"}, ToldCase{"一一三年級", ""},
        ToldCase{"23Q4和2023下半年",
                 "a 2023-10-01..2023-12-31 quarter, a 2023-07-01..2023-12-31 half"},
        ToldCase{"今年上半", "r 2024-01-01..2024-06-30 half"}, ToldCase{"上半場", ""},
        ToldCase{"今季", "r 2024-04-01..2024-06-30 quarter"},
        ToldCase{"周五（3日）收盘", "r 2024-05-03 day, r 2024-05-03 day"},
        ToldCase{"周一（10月16日）宣布", "r 2023-10-16 day, r 2023-10-16 day"},
        ToldCase{"周一至周五营业", ""}, ToldCase{"周一至周五，跌", "r 2024-05-13..2024-05-17 span"},
        ToldCase{"年初至今", "r 2024-01-01..2024-05-15 span"},
        ToldCase{"3/15-3/17", "r 2024-03-15..2024-03-17 span"},
        ToldCase{"Aug-07 and Aug-22", "r 2024-08-07 day, a 2022-08-01..2022-08-31 month"},
        ToldCase{"1/16决赛", ""}, ToldCase{"2023-Q4", "a 2023-10-01..2023-12-31 quarter"},
        ToldCase{"in the spring of next year", "r 2025-03-01..2025-05-31 span"},
        ToldCase{"it will fall next year", "r 2025-01-01..2025-12-31 year"},
        ToldCase{"debt at year-end 2023", "a 2023-12-31 day"}));

}  // namespace
}  // namespace sinodex
