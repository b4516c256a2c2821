// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/wanted.h"

#include <gtest/gtest.h>

#include "corpus/text/analyzer.h"

namespace sinodex {
namespace {

TEST(Wanted, IsToldByWords) {
    struct Case {
        std::string_view text;
        Wanted wanted;
    };
    Analyzer analyzer;
    for (const Case& one : std::vector<Case>{
             {"Why did the bank close?", Wanted::reason},
             {"causes of the outage", Wanted::reason},
             {"What share of the firm do they hold?", Wanted::share},
             {"how much of the debt was repaid", Wanted::share},
             {"how much was repaid", Wanted::money},
             {"How long did the talks take?", Wanted::duration},
             {"what does the licence cost", Wanted::money},
             {"merger costs", Wanted::money},
             {"how many were hurt", Wanted::count},
             {"ferry accident death toll", Wanted::count},
             {"talks begin when", Wanted::time},
             {"in which year did it end", Wanted::time},
             {"bid deadlines", Wanted::time},
             {"Whose idea was it?", Wanted::who},
             {"which regulator approved the sale", Wanted::who},
             {"who paid how much and why", Wanted::reason},
             {"银行为什么关闭", Wanted::reason},
             {"為什麼關閉", Wanted::reason},
             {"持股比例", Wanted::share},
             {"谈判用了多久", Wanted::duration},
             {"合同金额", Wanted::money},
             {"有多少人受伤", Wanted::count},
             {"谈判何时开始", Wanted::time},
             {"开学时间", Wanted::time},
             {"时间表", Wanted::nothing},
             {"谁批准了收购", Wanted::who},
             {"the whole tollway whence", Wanted::nothing},
             {"Hangzhou deals", Wanted::nothing},
             {"杭州 合作协议", Wanted::nothing},
             {"", Wanted::nothing},
         }) {
        EXPECT_EQ(wanted_by(analyzer.analyze(one.text)), one.wanted) << one.text;
    }
}

}  // namespace
}  // namespace sinodex
