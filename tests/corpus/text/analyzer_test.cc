// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/analyzer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sinodex {
namespace {

// As in token.h: "0:alibaba 1:us 2:ipo". No dictionary words: those are ICU's affair.
std::string tokens_of(std::string_view text) {
    static Analyzer analyzer({.ascii_fast_path = true, .dictionary_words = false});
    std::string printed;
    for (const Token& token : analyzer.analyze(text)) {
        if (!printed.empty()) printed += ' ';
        printed += std::to_string(token.position) + ":" + std::string(token.text);
    }
    return printed;
}

struct AnalyzerCase {
    const char* text;
    const char* tokens;
};

void expect_tokens(const std::vector<AnalyzerCase>& cases) {
    for (const auto& [text, tokens] : cases) EXPECT_EQ(tokens_of(text), tokens) << text;
}

TEST(Analyzer, GivesWhatTheHeaderPromises) {
    expect_tokens({
        {"Alibaba’s U.S. IPO", "0:alibaba 1:us 2:ipo"},
        {"e-commerce", "0:ecommerce 0:commerce"},
        {"$1.1tn, 5.5%", "0:1.1 1:trillion 2:5.5 3:percent"},
        {"螞蟻集團 IPO", "0:蚂 0:蚂蚁 1:蚁 1:蚁集 2:集 2:集团 3:团 4:ipo"},
    });
}

TEST(Analyzer, SignsThatBelongToNames) {
    expect_tokens({{"C++", "0:c++"},
                   {"in C++, C# and C.", "0:in 1:c++ 2:c# 3:and 4:c"},
                   {"F#'s", "0:f#"},
                   {"C+", "0:c"},
                   {"C+++", "0:c"},
                   {"C##", "0:c"},
                   {"C++11", "0:c++ 1:11"},
                   {"用C++写", "0:用 1:c++ 2:写"},
                   {"Disney++", "0:disney"},
                   {"#C", "0:c"},
                   {"5#", "0:5"}});
}

TEST(Analyzer, EmptyTexts) {
    expect_tokens({{"", ""},
                   {" \n\t", ""},
                   {"…—“”•", ""},
                   {"%", ""},
                   {"'", ""},
                   {"'s", ""},
                   {"\u0301", ""},
                   {"😀👨‍👩‍👧", ""},
                   {"http://", ""}});
}

TEST(Analyzer, Possessives) {
    expect_tokens({
        {"Ma's", "0:ma"},
        {"Ma’s", "0:ma"},
        {"Maʼs", "0:ma"},
        {"Ma＇s", "0:ma"},
        {"MA’S", "0:ma"},
        {"U.S.’s", "0:us"},
        {"U.S.'s", "0:us"},
        {"U.S.＇s plan", "0:us 1:plan"},
        {"U.S's", "0:us"},
        {"traders' bets", "0:traders 1:bets"},
        {"traders’ bets", "0:traders 1:bets"},
        {"1990's", "0:1990"},
        {"5G's", "0:5g"},
        {"Alibaba 's", "0:alibaba"},
        {"don't", "0:dont"},
        {"don’t", "0:dont"},
        {"O’Reilly’s", "0:oreilly"},
        {"rock'n'roll", "0:rocknroll"},
        {"it's's", "0:its"},
        {"S", "0:s"},
        {"class s", "0:class 1:s"},
        {"l’été", "0:lete"},
    });
}

TEST(Analyzer, Quotes) {
    expect_tokens({
        {"“pawnshop mentality”", "0:pawnshop 1:mentality"},
        {"‘spiritual opium’", "0:spiritual 1:opium"},
        {"'spiritual opium'", "0:spiritual 1:opium"},
        {"\"opium\"", "0:opium"},
        {"「典當」", "0:典 0:典当 1:当"},
        {"he said:“no”", "0:he 1:said 2:no"},
    });
}

TEST(Analyzer, AcronymsAndNames) {
    expect_tokens({
        {"U.S.", "0:us"},
        {"U.S", "0:us"},
        {"U.S.A.", "0:usa"},
        {"U.S.-China", "0:us 1:china"},
        {"J.P. Morgan", "0:jp 1:morgan"},
        {"J. P. Morgan", "0:j 1:p 2:morgan"},
        {"a.m.", "0:am"},
        {"É.U.", "0:eu"},
        {"JD.com", "0:jd 1:com"},
        {"Plan B.The", "0:plan 1:b 2:the"},
        {"Qihoo 360", "0:qihoo 1:360"},
        {"5G", "0:5g"},
        {"C919", "0:c919"},
        {"B2B", "0:b2b"},
        {"AI", "0:ai"},
        {"A.I.", "0:ai"},
        {"a_b:c/d", "0:a 1:b 2:c 3:d"},
        {"end.Start", "0:end 1:start"},
    });
}

TEST(Analyzer, Hyphens) {
    expect_tokens({
        {"E-Commerce’s", "0:ecommerce 0:commerce"},
        {"e\u2011commerce", "0:ecommerce 0:commerce"},
        {"ecommerce", "0:ecommerce"},
        {"anti-monopoly law", "0:antimonopoly 0:monopoly 1:law"},
        {"A-share", "0:ashare 0:share"},
        {"anti-U.S.", "0:antius 0:us"},
        {"ride-hailing", "0:ride 1:hailing"},
        {"e-commerce-based", "0:ecommerce 0:commerce 1:based"},
        {"5-year", "0:5 1:year"},
        {"co-", "0:co"},
        {"co -founder", "0:co 1:founder"},
        {"re–open", "0:re 1:open"},
        {"e-\u3164 next", "0:e 1:next"},  // the filler folds to nothing
    });
}

TEST(Analyzer, Numbers) {
    expect_tokens({
        {"1,000", "0:1000"},
        {"1,234,567.89", "0:1234567.89"},
        {"1,000m", "0:1000 1:million"},
        {"$1,100bn", "0:1100 1:billion"},
        {"12,34", "0:12 1:34"},
        {"1,0000", "0:1 1:0000"},
        {"in 2020,300 people", "0:in 1:2020 2:300 3:people"},
        {"1.5,000", "0:1.5 1:000"},
        {"5.5", "0:5.5"},
        {"5.5.", "0:5.5"},
        {"5. Then", "0:5 1:then"},
        {"4,", "0:4"},
        {"2020-21", "0:2020 1:21"},
        {"3.5G", "0:3.5 1:g"},
        {"5th 1990s", "0:5th 1:1990s"},
        {"007", "0:007"},
        {"１，０００", "0:1 1:000"},
        {"１,０００", "0:1000"},
        {"5️⃣", "0:5"},
        {"½ ③ Ⅳ m²", "0:m"},
    });
}

TEST(Analyzer, UnitsAndPercent) {
    expect_tokens({
        {"37bn", "0:37 1:billion"},
        {"37 billion", "0:37 1:billion"},
        {"37bn’s", "0:37 1:billion"},
        {"37bn's", "0:37 1:billion"},
        {"$1.1tn", "0:1.1 1:trillion"},
        {"100k", "0:100 1:thousand"},
        {"5.5%", "0:5.5 1:percent"},
        {"5.5 %", "0:5.5 1:percent"},
        {"5.5\u00A0%", "0:5.5 1:percent"},
        {"5.5％", "0:5.5 1:percent"},
        {"5.5 percent", "0:5.5 1:percent"},
        {"5.5 per cent", "0:5.5 1:percent"},
        {"5.5 per\u00A0cent", "0:5.5 1:percent"},
        {"5.5 per\ncent", "0:5.5 1:percent"},
        {"5.5pc", "0:5.5 1:percent"},
        {"5-6% of", "0:5 1:6 2:percent 3:of"},
        {"rate as per. Cent coins", "0:rate 1:as 2:per 3:cent 4:coins"},
        {"a % b", "0:a 1:b"},
        {"5\n\n% b", "0:5 1:b"},
        {"增长5.5%", "0:增 0:增长 1:长 2:5.5 3:percent"},
    });
}

TEST(Analyzer, Folding) {
    expect_tokens({
        {"ＡＢＣ１２３", "0:abc123"},
        {"３７bn", "0:37 1:billion"},
        {"Zürich", "0:zurich"},
        {"Zu\u0308rich", "0:zurich"},
        {"İstanbul", "0:istanbul"},
        {"naïve café", "0:naive 1:cafe"},
        {"Tiếng Việt", "0:tieng 1:viet"},
        {"ﬁnance", "0:finance"},
        {"Straße", "0:strasse"},
        {"ΟΔΟΣ οδος", "0:οδοσ 1:οδοσ"},
        {"Ёлка", "0:елка"},
        {"Ali\u00ADbaba", "0:alibaba"},
        {"Ali\uFEFFbaba", "0:alibaba"},
        {"\uFEFFAnt", "0:ant"},
    });
}

TEST(Analyzer, WebAddressesGiveNoTokens) {
    expect_tokens({
        {"see https://example.org/a?b=c,d now", "0:see 1:now"},
        {"HTTP://X.ORG", ""},
        {"www.example.org/a", ""},
        {"(http://x.org)after", "0:after"},
        {"见http://x.org。据", "0:见 1:据"},
        {"www", "0:www"},
        {"http header", "0:http 1:header"},
        {"hat what", "0:hat 1:what"},
    });
}

TEST(Analyzer, ChineseAndMixed) {
    expect_tokens({
        {"Ant集团IPO", "0:ant 1:集 1:集团 2:团 3:ipo"},
        {"360公司", "0:360 1:公 1:公司 2:司"},
        {"5G网", "0:5g 1:网"},
        {"蚂蚁，集团", "0:蚂 0:蚂蚁 1:蚁 2:集 2:集团 3:团"},
        {"10月24日", "0:10 1:月 2:24 3:日"},
        {"𠀀中", "0:𠀀 0:𠀀中 1:中"},
        {"⽅", "0:方"},      // Kangxi radical, as PDFs give it
        {"\uF9DB", "0:率"},  // compatibility form
        {"カナ", "0:カ 0:カナ 1:ナ"},
        {"ｶﾅ", "0:カ 0:カナ 1:ナ"},
        {"ガ", "0:ガ"},
        {"々", "0:々"},
    });
}

TEST(Analyzer, OtherScripts) {
    EXPECT_EQ(tokens_of("알리바바 그룹"), "0:알리바바 1:그룹");
    EXPECT_EQ(tokens_of("한국"), tokens_of("\u1112\u1161\u11AB\u1100\u116E\u11A8"));
    EXPECT_EQ(tokens_of("Алибаба"), "0:алибаба");
    const std::string thai = tokens_of("ประเทศไทย");
    EXPECT_TRUE(thai.starts_with("0:")) << thai;
    EXPECT_EQ(thai.find(' ') != std::string::npos, thai.find("1:") != std::string::npos) << thai;
}

TEST(Analyzer, TraditionalIsSimplifiedTokenForToken) {
    const std::vector<std::pair<const char*, const char*>> pairs{
        {"螞蟻集團", "蚂蚁集团"},
        {"阿里巴巴被罰款182億元", "阿里巴巴被罚款182亿元"},
        {"國家市場監督管理總局", "国家市场监督管理总局"},
        {"騰訊遊戲", "腾讯游戏"},
        {"滴滴出行從應用商店下架", "滴滴出行从应用商店下架"},
    };
    Analyzer traditional;
    Analyzer simplified;
    for (const auto& [first, second] : pairs) {
        const auto& a = traditional.analyze(first);
        const auto& b = simplified.analyze(second);
        ASSERT_EQ(a.size(), b.size()) << first;
        for (std::size_t i = 0; i < a.size(); ++i) {
            EXPECT_EQ(a[i].text, b[i].text);
            EXPECT_EQ(a[i].range, b[i].range);
            EXPECT_EQ(a[i].position, b[i].position);
            EXPECT_EQ(a[i].kind, b[i].kind);
            EXPECT_EQ(a[i].in_dictionary, b[i].in_dictionary);
        }
    }
}

TEST(Analyzer, KindsAndRanges) {
    Analyzer analyzer;
    const std::string text = "“Ant’s 37bn's 5.5 per cent e-tax 国务院";
    struct Expected {
        const char* slice;
        TokenKind kind;
        const char* folded;
    };
    const std::vector<Expected> expected{
        {"Ant’s", TokenKind::word, "ant"},        {"37", TokenKind::number, "37"},
        {"bn's", TokenKind::word, "billion"},     {"5.5", TokenKind::number, "5.5"},
        {"per cent", TokenKind::word, "percent"}, {"e-tax", TokenKind::word, "etax"},
        {"tax", TokenKind::word, "tax"},          {"国", TokenKind::han_char, "国"},
        {"国务", TokenKind::han_pair, "国务"},    {"国务院", TokenKind::han_word, "国务院"},
        {"务", TokenKind::han_char, "务"},        {"务院", TokenKind::han_pair, "务院"},
        {"院", TokenKind::han_char, "院"},
    };
    const auto& tokens = analyzer.analyze(text);
    ASSERT_EQ(tokens.size(), expected.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        EXPECT_EQ(slice(text, tokens[i].range), expected[i].slice);
        EXPECT_EQ(tokens[i].kind, expected[i].kind) << expected[i].slice;
        EXPECT_EQ(tokens[i].text, expected[i].folded);
        EXPECT_EQ(tokens[i].in_dictionary, tokens[i].kind == TokenKind::han_word);
    }
}

TEST(Analyzer, SpellingsThatSplitNumbersAndUnitsAlike) {
    for (const char* text : {"３７bn", "37bn’s", "1,037bn", "37\u0301bn"}) {
        Analyzer analyzer;
        const auto& tokens = analyzer.analyze(text);
        ASSERT_EQ(tokens.size(), 2U) << text;
        EXPECT_TRUE(slice(text, tokens[1].range).starts_with("bn")) << text;
        EXPECT_EQ(tokens[0].range.end, tokens[1].range.begin) << text;
    }
}

TEST(Analyzer, DropsWordsOver64BytesButCountsThem) {
    const std::string longest(kMaxTokenBytes, 'x');
    EXPECT_EQ(tokens_of(longest), "0:" + longest);
    EXPECT_EQ(tokens_of(longest + "x y"), "1:y");
    EXPECT_EQ(tokens_of(longest + "é y"), "1:y");
    EXPECT_EQ(tokens_of("e-" + longest + " y"), "0:" + longest + " 1:y");
}

TEST(Analyzer, SameTextSameTokensWhateverCameBefore) {
    Analyzer analyzer;
    const std::string before(tokens_of("U.S. 37bn per cent"));
    EXPECT_EQ(analyzer.analyze("as per").size(), 2U);
    EXPECT_EQ(analyzer.analyze("cent").front().text, "cent");
    EXPECT_EQ(tokens_of("U.S. 37bn per cent"), before);
}

TEST(AnalyzerFingerprint, NamesRulesAndIcu) {
    EXPECT_THAT(analyzer_fingerprint(), testing::StartsWith("rules "));
    EXPECT_THAT(analyzer_fingerprint(), testing::HasSubstr("ICU 7"));
}

}  // namespace
}  // namespace sinodex
