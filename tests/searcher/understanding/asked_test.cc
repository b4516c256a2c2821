// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/asked.h"

#include <gtest/gtest.h>

#include "corpus/text/analyzer.h"

namespace sinodex {
namespace {

TEST(Asked, TellsWhatAQuestionAsksFor) {
    struct Case {
        std::string_view text;
        Asked asked;
    };
    Analyzer analyzer;
    for (const Case& one : std::vector<Case>{
             {"how much did Didi raise", Asked::amount},
             {"Tencent layoffs how many", Asked::amount},
             {"When could Ant try again?", Asked::time},
             {"in which year did the freeze end", Asked::time},
             {"who owns Qiantang Credit", Asked::who},
             {"why did shanghai stop the listing", Asked::reason},
             {"how do rules differ from the draft?", Asked::something},
             {"did Tencent get any approvals", Asked::something},
             {"Ant's listing, why?", Asked::reason},
             {"滴滴 募资多少", Asked::amount},
             {"為什麼暫緩上市", Asked::reason},
             {"禁令何时结束", Asked::time},
             {"协议由谁签署", Asked::who},
             {"平台如何整改", Asked::something},
             {"滴滴 罚款金额", Asked::amount},
             {"招股书 公布时间", Asked::time},
             {"时间表 公布", Asked::nothing},
             {"Hangzhou deals", Asked::nothing},
             {"the man who built Alibaba", Asked::nothing},
             {"regulators said when the app would return", Asked::nothing},
             {"杭州 合作协议", Asked::nothing},
             {"", Asked::nothing},
         }) {
        EXPECT_EQ(asked_for(one.text, analyzer.analyze(one.text)), one.asked) << one.text;
    }
}

TEST(Asked, CountsWordsAndChineseCharactersHalf) {
    Analyzer analyzer;
    EXPECT_EQ(words_of(analyzer.analyze("The fine is 18.2 billion yuan.")), 6);
    EXPECT_EQ(words_of(analyzer.analyze("e-commerce rules")), 2);
    EXPECT_EQ(words_of(analyzer.analyze("平台经济 IPO")), 3);
    EXPECT_EQ(words_of(analyzer.analyze("")), 0);
}

}  // namespace
}  // namespace sinodex
