// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/passages/boilerplate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/error.h"
#include "tests/corpus/text/sample_texts.h"

namespace sinodex {
namespace {

TEST(BuiltInBoilerplate, LabelsOfLists) {
    for (const char* label : {"Related", "RELATED STORIES:", "You may also like", "相关阅读："}) {
        EXPECT_TRUE(Boilerplate::built_in().begins_list(label)) << label;
        EXPECT_TRUE(Boilerplate::built_in().matches(label)) << label;
    }
    for (const char* other : {"Related companies were fined", "Advertisement", "Share this:"}) {
        EXPECT_FALSE(Boilerplate::built_in().begins_list(other)) << other;
    }
}

TEST(BuiltInBoilerplate, Hits) {
    for (const char* paragraph : {"Exit mobile version",
                                  "EXIT MOBILE VERSION",
                                  "  Exit  mobile version. ",
                                  "Read more: Regulators publish draft rules on online micro-loans",
                                  "READ MORE : Didi pulled from app stores",
                                  "Read more",
                                  "Read more…",
                                  "Share this:",
                                  "Share this:  Facebook  Twitter  LinkedIn  WeChat  Email  Print",
                                  "Advertisement",
                                  "— Advertisement —",
                                  "Like Loading...",
                                  "Photo: Reuters",
                                  "Tags: Alibaba, Ant",
                                  "Copyright © 2023 Pearl River Wire. All rights reserved.",
                                  "We use cookies to improve your experience. ACCEPT   MANAGE",
                                  "Click to share on Twitter (Opens in new window)",
                                  "Please subscribe to continue reading.",
                                  "Sign up for our newsletter",
                                  "分享到：",
                                  "责任编辑：张三",
                                  "責任編輯: 李四",
                                  "相关阅读",
                                  "【广告】",
                                  "Enter your email",
                                  "3 min read",
                                  "1,204 Shares",
                                  "12 Comments",
                                  "Page 1 of 3",
                                  "1 2 3 Next »",
                                  "RELATED: Tencent gets game licences",
                                  "Share on Facebook Share on Twitter",
                                  "Photographer: Ana Reyes/Harbour Wire",
                                  "HSI 20,574.63 -1.51%",
                                  "Reporting by Ana Reyes in Kiel; Editing by Bo Lind",
                                  "Already a subscriber? Log in",
                                  "Terms of Use | Privacy Policy",
                                  "本网站使用Cookie以提升您的浏览体验，继续浏览即表示同意。",
                                  "请输入您的邮箱",
                                  "点击阅读：腾讯获游戏版号",
                                  "图源：东方IC",
                                  "（图/新华社）",
                                  "上证指数 3272.00 -0.99%",
                                  "第1页 共3页",
                                  "上一页 1 2 3 下一页",
                                  "您现在的位置：首页 > 财经",
                                  "阅读 10万+",
                                  "字号：大 中 小",
                                  "网友评论 12条",
                                  "版权声明：本文版权归原作者所有，转载请注明出处。",
                                  "京ICP备12345678号",
                                  "剩余80%内容，订阅后可阅读全文",
                                  "本文为付费内容，开通会员后可阅读全文。",
                                  "扫码关注平台周报"}) {
        EXPECT_TRUE(Boilerplate::built_in().matches(paragraph)) << paragraph;
    }
}

TEST(BuiltInBoilerplate, DoesNotHitSentences) {
    for (const char* paragraph :
         {"",
          "…",
          "Investors read more into the speech than Ma had meant.",
          "Read more into the speech, some did, than Ma had meant.",
          "Advertisement revenue fell.",
          "Net profit -12.5%",
          "-5.44%",
          "The index closed at 3272.00, -0.99%.",
          "Reporting by the agency shows that the rules were never sent.",
          "3 minutes of reading will do.",
          "图灵机器人公司获得新一轮融资。",
          "责任编辑制度改革方案公布。",
          "微博",
          "12",
          "Advertisements for tutoring were banned.",
          "Photo sharing app Xiaohongshu dropped its plan.",
          "Like this deal, others failed.",
          "Tags on goods must name the maker.",
          "Share this week's gains, he said.",
          "See also how little was paid.",
          "Copyright law in China was changed.",
          "A new cookie policy hurt advertisers.",
          "Regulators will continue to read, and to continue reading, the filings.",
          "Users had to accept cookies.",
          "Exit mobile versions of the game by Friday.",
          "Sign up for Didi and a driver comes.",
          "Close to the end, shares fell.",
          "相关阅读材料显示，罚款为182亿元。",
          "责任编辑制度将改革。",
          "广告收入下降。"}) {
        EXPECT_FALSE(Boilerplate::built_in().matches(paragraph)) << paragraph;
    }
}

TEST(BuiltInBoilerplate, LongParagraphsAreNone) {
    const std::string start = "Read more: ";
    EXPECT_TRUE(Boilerplate::built_in().matches(start + repeated("word ", 38)));
    EXPECT_FALSE(Boilerplate::built_in().matches(start + repeated("word ", 39)));
    EXPECT_FALSE(Boilerplate::built_in().matches(start + repeated("x", 600)));
}

TEST(Boilerplate, KindsOfPatterns) {
    const Boilerplate patterns = Boilerplate::parse(
        "# a comment\r\n\r\n  \nline: One Two:\nstart: three\nstart: four:\nhold: five six\n", "x");
    for (const char* paragraph : {"one two", "“One Two”:", "Three", "three cheers", "three: a",
                                  "four: a", "a, five six b", "a five—six"}) {
        EXPECT_TRUE(patterns.matches(paragraph)) << paragraph;
    }
    for (const char* paragraph : {"one two three", "a three", "threefold", "four a", "a four: b",
                                  "five", "# a comment", "a comment"}) {
        EXPECT_FALSE(patterns.matches(paragraph)) << paragraph;
    }
}

TEST(Boilerplate, HeldPartsAreWholeWords) {
    const Boilerplate patterns = Boilerplate::parse("hold: art five\nhold: 扫码\n", "x");
    EXPECT_TRUE(patterns.matches("the art five"));
    EXPECT_TRUE(patterns.matches("请扫码关注"));
    EXPECT_FALSE(patterns.matches("start five"));
    EXPECT_FALSE(patterns.matches("art fivefold"));
}

TEST(Boilerplate, NoPatternsHitNothing) {
    EXPECT_FALSE(Boilerplate::parse("", "x").matches("Exit mobile version"));
}

TEST(Boilerplate, SaysWhereAPatternIsWrong) {
    for (const char* wrong : {"exit mobile version", "lines: exit", "line:exit",
                              "line: ", "line: …", "start", ": exit", "Line: exit"}) {
        try {
            Boilerplate::parse("line: fine\n# comment\n" + std::string(wrong) + "\nline: fine\n",
                               "my/patterns.txt");
            ADD_FAILURE() << wrong;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::input);
            EXPECT_THAT(error.what(), testing::StartsWith("my/patterns.txt:3:")) << wrong;
            EXPECT_THAT(error.hint(), testing::HasSubstr("line: ")) << wrong;
        }
    }
}

}  // namespace
}  // namespace sinodex
