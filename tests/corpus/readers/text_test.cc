// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/readers/reading.h"

namespace sinodex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct TitleCase {
    const char* what;
    std::string text;
    std::string title;
};

class TextTitle : public ::testing::TestWithParam<TitleCase> {};

TEST_P(TextTitle, IsFound) {
    const Article article = read(Format::text, GetParam().text);
    EXPECT_EQ(article.title, GetParam().title) << GetParam().what;
    EXPECT_EQ(article.title_range.empty(), GetParam().title.empty());
    EXPECT_EQ(article.text, GetParam().text);
}

std::string repeated(const std::string& word, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += word;
    return text;
}

INSTANTIATE_TEST_SUITE_P(
    Lines, TextTitle,
    ::testing::Values(
        TitleCase{"stands alone", "Regulator fines platform\n\nThe fine is large.\n",
                  "Regulator fines platform"},
        TitleCase{"blank lines before", "\n \nA title\n\nText.", "A title"},
        TitleCase{"indented", "   A title  \n\nText.", "A title"},
        TitleCase{"end of the text", "Only a title", "Only a title"},
        TitleCase{"ideographic spaces", "　　监管总局公布决定　\n　\n正文。", "监管总局公布决定"},
        TitleCase{"followed by text", "The first line of a paragraph\nand its second.\n\nMore.",
                  ""},
        TitleCase{"too many words", repeated("word ", 41) + "\n\nText.", ""},
        TitleCase{"as many as may be", repeated("w ", 39) + "w\n\nText.", repeated("w ", 39) + "w"},
        TitleCase{"too many bytes", repeated("罚", 101) + "\n\nText.", ""},
        TitleCase{
            "repeated below with damage",
            "The planner praises private firms again\nThe planner praises private firmâ€™ aga\n"
            "14 July\n\nText.",
            "The planner praises private firms again"},
        TitleCase{"the name of the site behind it",
                  "七部门公布办法_周报\n首页 > 政策\n七部门公布办法\n\n正文。", "七部门公布办法"},
        TitleCase{
            "below a menu",
            "Home\nMarkets\nLog in | Subscribe\n\nCourt keeps the chief suspended - The Wire\n"
            "Court keeps the chief suspended\nAMSTERDAM, Feb 12\n\nText.",
            "Court keeps the chief suspended"},
        TitleCase{"twice in a line, below a path",
                  "Home > Companies\n\nDidi pulled from app stores - Daily Didi pulled from app "
                  "stores\n\nText.",
                  "Didi pulled from app stores"},
        TitleCase{"twice in a line, cut short first",
                  "Cities that kept away now Cities that kept away now court firms\n\nMenu",
                  "Cities that kept away now court firms"},
        TitleCase{"below a path", "首页 > 政策\n\n七部门公布办法\n\n正文。", "七部门公布办法"},
        TitleCase{"short, said twice", "Weibo cuts jobs\nWeibo cuts jobs\nText that goes on.",
                  "Weibo cuts jobs"},
        TitleCase{"short, said twice, in Chinese", "微博裁员\n微博裁员\n正文。", "微博裁员"},
        TitleCase{"short, with the name of the site", "微博裁员_科技日报\n微博裁员\n正文。",
                  "微博裁员"},
        TitleCase{"no label of one word", "Markets\nMarkets\nText that goes on.", ""},
        TitleCase{"above a share bar",
                  "Regulator fines platform\nShare\nTweet\n\nThe fine is large.\n",
                  "Regulator fines platform"},
        TitleCase{"above the time it takes",
                  "监管总局公布决定\n阅读 10万+\n字号：大 中 小\n\n正文。", "监管总局公布决定"},
        TitleCase{"below a note on cookies",
                  "We use cookies to improve your experience.\nAccept\n\nRegulator fines platform"
                  "\n\nText.",
                  "Regulator fines platform"},
        TitleCase{"not repeated", "Some words that begin a text\nand others that go on\n\nMore.",
                  ""}));

TEST(Text, FoldsTheTitleButNotTheText) {
    const Article article = read(Format::text, "Two\t  words\n\nText  as it\tis.\n");
    EXPECT_EQ(article.title, "Two words");
    EXPECT_EQ(titled_part(article), "Two\t  words");
    EXPECT_EQ(article.text, "Two\t  words\n\nText  as it\tis.\n");
}

TEST(Text, MarksTheFirstOfTwoEqualLines) {
    const Article article = read(Format::text, "The same\n\nThe same\nMore.");
    EXPECT_EQ(article.title_range, (ByteRange{0, 8}));
    EXPECT_THAT(article.debris, IsEmpty());
}

TEST(Text, WhatAPageHasAboveItsHeadlineIsDebris) {
    const Article article = read(Format::text,
                                 "Home\nMarkets\n\nCourt keeps the chief suspended - The Wire\n"
                                 "Court keeps the chief suspended\n\nText.");
    EXPECT_EQ(titled_part(article), "Court keeps the chief suspended");
    EXPECT_THAT(debris_of(article),
                ElementsAre("Home", "Markets", "Court keeps the chief suspended - The Wire"));
}

TEST(Text, ThePathAboveATitleThatStandsAloneIsDebris) {
    const Article article =
        read(Format::text, "您现在的位置：首页 > 财经 > 公司\n监管总局公布决定\n\n正文。");
    EXPECT_EQ(article.title, "监管总局公布决定");
    EXPECT_THAT(debris_of(article), ElementsAre("您现在的位置：首页 > 财经 > 公司"));
}

TEST(Text, ReadsFieldsAboveTheTitle) {
    const Article article = read(Format::text,
                                 "URL: https://example.org/a\nDate: 10 April 2021\n"
                                 "source: Pearl River Wire\n\nThe title\n\nText.");
    EXPECT_EQ(article.url, "https://example.org/a");
    EXPECT_EQ(article.date, "2021-04-10");
    EXPECT_EQ(article.source, "Pearl River Wire");
    EXPECT_EQ(article.title, "The title");
    EXPECT_THAT(debris_of(article), ElementsAre("URL: https://example.org/a", "Date: 10 April 2021",
                                                "source: Pearl River Wire"));
}

TEST(Text, ReadsFieldsBelowTheTitle) {
    const Article article =
        read(Format::text, "标题在此\n来源：平台周报\n日期：2021年4月10日\n\n正文说：没有别的。");
    EXPECT_EQ(article.title, "标题在此");
    EXPECT_EQ(article.source, "平台周报");
    EXPECT_EQ(article.date, "2021-04-10");
    EXPECT_EQ(article.debris.size(), 2u);
}

TEST(Text, ReadsATitleThatIsAField) {
    const Article article = read(Format::text, "Title: A name\nDate: 2021\n\nShort text.\n\nMore.");
    EXPECT_EQ(article.title, "A name");
    EXPECT_EQ(titled_part(article), "A name");
    EXPECT_THAT(debris_of(article), ElementsAre("Title: ", "Date: 2021"));
}

TEST(Text, LeavesSentencesWithColonsAlone) {
    for (const char* line : {"Date: to be announced", "URL: see below", "Note: this is text",
                             "Source: 100 people who were asked what they think of the thing said "
                             "that they do not know it at all, or not yet"}) {
        const Article article =
            read(Format::text, "The title\n\n" + std::string(line) + "\n\nText.");
        EXPECT_THAT(article.debris, IsEmpty()) << line;
        EXPECT_EQ(article.date + article.url + article.source, "") << line;
    }
}

TEST(Text, LeavesFieldsWithinTheTextAlone) {
    const Article article = read(Format::text, "The title\n\nText.\n\nDate: 2021-04-10\n");
    EXPECT_EQ(article.date, "");
}

TEST(Text, MakesLineEndingsOne) {
    EXPECT_EQ(read(Format::text, "a\r\n\r\nb\rc\n").text, "a\n\nb\nc\n");
}

TEST(Text, KeepsTheIdOfTheDocument) { EXPECT_EQ(read(Format::text, "a").id, "the-id"); }

}  // namespace
}  // namespace sinodex::testing
