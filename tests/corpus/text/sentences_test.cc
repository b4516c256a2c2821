// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "corpus/text/white_space.h"
#include "tests/corpus/text/sample_texts.h"

namespace sinodex {
namespace {

using Sentences = std::vector<std::string>;

Sentences split(std::string_view paragraph) {
    static SentenceSplitter splitter;
    Sentences sentences;
    for (const ByteRange range : splitter.split(paragraph)) {
        sentences.emplace_back(slice(paragraph, range));
    }
    return sentences;
}

// Each case is the sentences of a paragraph; joined by a space they must come out again.
void expect_sentences(const std::vector<Sentences>& cases, std::string_view space = " ") {
    for (const Sentences& sentences : cases) {
        std::string paragraph;
        for (const std::string& sentence : sentences) {
            if (!paragraph.empty()) paragraph += space;
            paragraph += sentence;
        }
        EXPECT_EQ(split(paragraph), sentences);
    }
}

TEST(Sentences, Abbreviations) {
    expect_sentences({
        {"Talks with U.S. officials ended.", "The stock fell."},
        {"He spoke on Oct. 24 in Shanghai.", "Ant was stopped."},
        {"The fine was set in Oct. by SAMR.", "It was paid."},
        {"Mr. Ma left.", "Mrs. Peng and Dr. Wang stayed."},
        {"JD.com Inc. said so.", "Alibaba Group Holding Ltd. Chairman Zhang agreed."},
        {"J. P. Morgan bought.", "Goldman sold."},
        {"J.P. Morgan bought.", "Goldman sold."},
        {"J. A. Smith resigned.", "Lu rose."},
        {"Rule No. 5 applies.", "No. 6 does not."},
        {"It starts at 9 a.m. Beijing time.", "It ends at noon."},
        {"Big firms, e.g. Tencent, gained.", "Others, i.e. Didi, lost."},
        {"It was China vs. Washington.", "Nobody won."},
        {"He met “Mr. Ma” there.", "She did not."},
        {"On Wall St. Alibaba fell.", "Traders sold."},
    });
}

TEST(Sentences, EndsAfterAbbreviations) {
    expect_sentences({
        {"It sells in the U.S.", "The company is private."},
        {"It was listed in the U.S.", "It left in 2022."},
        {"It was founded by Ant Group Co.", "However, it was sold."},
        {"They met at 5 p.m.", "After that they left."},
        {"This was Plan B.", "The market liked it."},
        {"The answer was No.", "The market fell."},
        {"It ended in Oct.", "The fine followed."},
        {"So did I.", "Ma agreed."},
    });
}

TEST(Sentences, NumbersAndNames) {
    expect_sentences({
        {"Shares rose 5.5 percent.", "They fell 1.1 percent."},
        {"Sales were $1.1tn.", "JD.com gained."},
        {"Sales were 1.5 billion.", "5G helped."},
        {"It is version 2.0.", "Next is 3.0."},
    });
}

TEST(Sentences, Items) {
    expect_sentences({
        {"1. Rice is cheap.", "2. Wheat is dear."},
        {"1.) Rice", "2.) Wheat", "3.) Oats"},
        {"1) Rice", "2) Wheat"},
        {"a. Rice", "b. Wheat"},
        {"• 9. Rice", "• 10. Wheat"},
        {"Prices rose by 1.", "Those of wheat fell by 2."},
    });
}

TEST(Sentences, InitialsAndReferences) {
    expect_sentences({
        {"The court heard Robert I. Marlow of Ohio.", "Nobody objected."},
        {"It was she and I.", "Nobody objected."},
        {"See p. 12 of the report.", "It is long."},
        {"She lives in the U.S.", "Where does he live?"},
        {"\"A duck [...] of silk [...]\" (Marlow 12)."},
        {"She had . . . Ducks, she meant."},
    });
}

TEST(Sentences, Quotations) {
    expect_sentences({
        {"“The rules are clear,” he said.", "“We will comply.”"},
        {"\"Really?\" he asked.", "\"Yes!\" she said."},
        {"“Really?” he asked.", "“Yes!” she said."},
        {"He called it “opium.”", "The shares fell."},
        {"“It is over.”", "He left."},
        {"(It was over.)", "He left."},
        {"What now?", "Nobody knows!", "He left."},
    });
}

TEST(Sentences, Ellipses) {
    expect_sentences({
        {"He waited... and left.", "She stayed."},
        {"He waited...", "Then he left."},
        {"He waited… and left.", "She stayed."},
    });
}

TEST(Sentences, Chinese) {
    expect_sentences(
        {
            {"蚂蚁集团暂缓上市。", "股价下跌！", "为什么？", "没有人知道。"},
            {"他说：“不会。”", "市场不信。"},
            {"他說：「不會。」", "市場不信。"},
            {"罚款为182.28亿元。", "占4%。"},
            {"“你好！”", "他走了。"},
            {"阿里巴巴（Alibaba Group Holding Ltd.）被罚。", "JD.com没有。"},
        },
        "");
    expect_sentences({
        {"蚂蚁集团暂缓上市。", "The stock fell.", "马云沉默。"},
    });
}

TEST(Sentences, ChineseTitlesAndSpeakers) {
    expect_sentences(
        {
            {"她读了《谁怕鸭子？》这本书。", "书很薄。"},
            {"“鸭子很贵。”她说，以后会便宜。", "没有人信。"},
            {"“鸭子很贵。”", "市场上的人都知道这件事，没有人再说什么。"},
            {"它位列No. 1已有三年。", "对手很多。"},
        },
        "");
}

TEST(Sentences, WrappedLines) {
    expect_sentences({
        {"The fine on\nAlibaba was set by\n5 officials.",
         "It was paid\nby Mr.\nMa in the U.S.\nmarket."},
        {"A first sentence ends here.", "The second\nDoes not yet."},
    });
    EXPECT_EQ(split("It ends here.\nThe next one."), Sentences({"It ends here.", "The next one."}));
}

TEST(Sentences, LinesThatStandAlone) {
    EXPECT_EQ(split("A heading\n\nA sentence."), Sentences({"A heading", "A sentence."}));
    EXPECT_EQ(split("Deals:\n• NetEase\n• Qihoo 360\n- Meituan"),
              Sentences({"Deals:", "• NetEase", "• Qihoo 360", "- Meituan"}));
    EXPECT_EQ(split("蚂蚁暂缓上市。\n股价下跌。"), Sentences({"蚂蚁暂缓上市。", "股价下跌。"}));
}

TEST(Sentences, NothingToSplit) {
    EXPECT_THAT(split(""), testing::IsEmpty());
    EXPECT_THAT(split(" \n\u3000\u00A0"), testing::IsEmpty());
    EXPECT_EQ(split("\u3000\u3000据报道。 "), Sentences{"据报道。"});
    EXPECT_EQ(split("."), Sentences{"."});
}

void expect_whole(std::string_view text) {
    SentenceSplitter splitter;
    std::uint32_t at = 0;
    for (const ByteRange sentence : splitter.split(text)) {
        ASSERT_FALSE(sentence.empty()) << text;
        ASSERT_LE(at, sentence.begin) << text;
        ASSERT_TRUE(trimmed(text, {at, sentence.begin}).empty()) << text;
        ASSERT_EQ(trimmed(text, sentence), sentence) << text;
        at = sentence.end;
    }
    ASSERT_TRUE(trimmed(text, {at, static_cast<std::uint32_t>(text.size())}).empty()) << text;
}

TEST(Sentences, LoseNothing) {
    std::mt19937 random(4);
    for (int i = 0; i < 20'000; ++i) {
        expect_whole(nasty_string(random, 20));
        if (HasFatalFailure()) return;
    }
    for (const std::string& text : shipped_texts()) expect_whole(text);
}

}  // namespace
}  // namespace sinodex
