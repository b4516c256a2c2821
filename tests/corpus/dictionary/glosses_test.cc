// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/dictionary/glosses.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sinodex {
namespace {

using ::testing::ElementsAreArray;

struct Case {
    std::string line;
    std::vector<std::string> phrases;
    std::string see;
};

class Glosses : public ::testing::TestWithParam<Case> {};

TEST_P(Glosses, AreWhatOneSearchesFor) {
    CedictEntry entry;
    ASSERT_TRUE(parse_cedict_line(GetParam().line, entry));
    const EntryGlosses glosses = glosses_of(entry);
    EXPECT_THAT(glosses.phrases, ElementsAreArray(GetParam().phrases));
    EXPECT_EQ(glosses.see, GetParam().see);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, Glosses,
    ::testing::Values(
        Case{"合作 合作 [he2 zuo4] /to cooperate; to work together/",
             {"cooperate", "work together"},
             ""},
        Case{"水 水 [shui3] /water (for drinking [and else])/", {"water"}, ""},
        Case{"教訓 教训 [jiao4 xun5] /to teach sb a lesson/", {"teach a lesson"}, ""},
        Case{"甲 甲 [jia3] /a vote, a ballot/", {"vote", "ballot"}, ""},
        // The words behind a name tell what it is the name of.
        Case{"杭州市 杭州市 [Hang2 zhou1 Shi4] /Hangzhou, a city by a lake, with a bridge/",
             {"Hangzhou"},
             ""},
        Case{"某縣 某县 [Mou3 xian4] /Mou county in the north/",
             {"Mou county in the north", "Mou"},
             ""},
        Case{"人工智能 人工智能 [x] /artificial intelligence (AI)/",
             {"artificial intelligence", "AI"},
             ""},
        Case{"光 光 [x] /light (PRC)/", {"light"}, ""},
        Case{"李 李 [Li3] /surname Li/plum/", {"plum"}, ""},
        Case{"弗格森 弗格森 [x] /Ferguson (surname)/", {"Ferguson"}, ""},
        Case{"張 张 [x] /sheet/CL:個|个[ge4]/", {"sheet"}, ""},
        Case{"杭州 杭州 [x] /see 杭州市[Hang2 zhou1 Shi4]/", {}, "杭州市"},
        Case{"某 某 [x] /variant of 棄|弃[qi4]/", {}, "弃"}));

TEST(CedictLine, IsAnEntryOrNone) {
    CedictEntry entry;
    for (const char* line : {"", "# comment", "協議", "協議 协议", "協議 协议 [xie2 yi4]",
                             "協議 协议 [xie2 yi4] /", "協議 协议 [xie2 yi4] //"}) {
        EXPECT_FALSE(parse_cedict_line(line, entry)) << line;
    }
    ASSERT_TRUE(parse_cedict_line("協議 协议 [xie2 yi4] /agreement/pact/", entry));
    EXPECT_EQ(entry.traditional, "協議");
    EXPECT_EQ(entry.simplified, "协议");
    EXPECT_EQ(entry.pinyin, "xie2 yi4");
    EXPECT_THAT(entry.glosses, ::testing::ElementsAre("agreement", "pact"));
}

}  // namespace
}  // namespace sinodex
