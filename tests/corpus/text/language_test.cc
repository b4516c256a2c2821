// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/language.h"

#include <gtest/gtest.h>

#include "tests/corpus/text/sample_texts.h"

namespace sinodex {
namespace {

struct LanguageCase {
    const char* text;
    const char* language;
};

TEST(DetectLanguage, Texts) {
    const std::vector<LanguageCase> cases{
        {"China fined Alibaba a record amount for abusing its position in the market.", "en"},
        {"“It’s over,” he said of the crackdown on China’s internet companies.", "en"},
        {"China's tech crackdown is over", "en"},
        {"The ByteDance (字节跳动) stake is held by a state fund in Beijing.", "en"},
        {"蚂蚁集团暂缓上市", "zh-Hans"},
        {"螞蟻集團暫緩上市", "zh-Hant"},
        {"阿里巴巴因实施垄断行为，被国家市场监督管理总局处以罚款182.28亿元。", "zh-Hans"},
        {"阿里巴巴因實施壟斷行為，被國家市場監督管理總局處以罰款182.28億元。", "zh-Hant"},
        {"Ant Group（蚂蚁集团）在上海证券交易所科创板的上市被暂缓", "zh-Hans"},
        {"騰訊 (Tencent) 股價下跌", "zh-Hant"},
        {"𠀀𠀁", "zh-Hans"},
        {"La Chine a infligé à Alibaba une amende record pour abus de position dominante.", ""},
        {"L'action a chuté de 8 % à Wall Street, on ne sait pas encore pourquoi.", ""},
        {"Die Aktie fiel in New York um acht Prozent, was die Anleger nicht überraschte.", ""},
        {"La empresa anunció a los inversores que pagará la multa a finales de año.", ""},
        {"A empresa vai pagar a multa até o final do ano, segundo as autoridades.", ""},
        {"Китай оштрафовал компанию Алибаба на рекордную сумму.", ""},
        {"アリババに過去最高の罰金を科したと発表した。", ""},
        {"알리바바 그룹에 사상 최대 과징금을 부과했다.", ""},
        {"182.28 4% 2021-04-10", ""},
        {"", ""},
        {"…—“”", ""},
        {"Alibaba", ""},
        {"Alibaba Tencent Meituan", ""},
    };
    for (const auto& [text, language] : cases) EXPECT_EQ(detect_language(text), language) << text;
}

TEST(DetectLanguage, LooksAtTheBeginningOnly) {
    const std::string english = repeated("the fine is a record for the market. ", 3000);
    EXPECT_EQ(detect_language(english + repeated("蚂蚁集团", 100'000)), "en");
    // A character that lies across the 64 KiB.
    EXPECT_EQ(detect_language("a" + repeated("团", 30'000)), "zh-Hans");
}

}  // namespace
}  // namespace sinodex
