// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/foreign_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sinodex {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

// The spellings of a name, of those that two neighbours at a time stand in `text`.
std::vector<std::string> spellings_in(const std::string& text, std::string_view name) {
    std::vector<std::string> spellings;
    const auto holds = [&](const std::string& pair) { return text.find(pair) != text.npos; };
    for (const ChineseName& spelling : chinese_spellings(name, holds)) {
        std::string& whole = spellings.emplace_back();
        for (const std::string& character : spelling) whole += character;
    }
    return spellings;
}

TEST(ForeignNames, AreSpeltByTheirSound) {
    struct Case {
        std::string_view name;
        std::string chinese;
    };
    for (const Case& one : std::vector<Case>{
             {"truss", "特拉斯"},
             {"sunak", "苏纳克"},
             {"merkel", "默克尔"},
             {"biden", "拜登"},
             {"scholz", "朔尔茨"},
             {"norman", "诺曼"},
             {"matlin", "玛特琳"},
             {"goldenson", "戈尔登森"},
             {"madison", "麦迪逊"},
             {"sullivan", "沙利文"},
         }) {
        EXPECT_THAT(spellings_in("据报道，" + one.chinese + "昨天抵达。", one.name),
                    Contains(one.chinese))
            << one.name;
    }
}

TEST(ForeignNames, AreSpeltInCharactersThatStandSomewhere) {
    EXPECT_THAT(spellings_in("昨天有雨。", "merkel"), IsEmpty());
    EXPECT_THAT(spellings_in("默克昨天抵达，克尔没有来。", "merkel"), Contains("默克尔"))
        << "pairs are all that is asked for";
    EXPECT_THAT(spellings_in("诺曼底", "norman"), Not(Contains("诺曼底")));
}

TEST(ForeignNames, AreOfMoreThanOneCharacter) {
    EXPECT_THAT(spellings_in("安", "ann"), IsEmpty());
    EXPECT_THAT(spellings_in("安", ""), IsEmpty());
}

TEST(ForeignNames, AskForABoundedNumberOfPairs) {
    std::size_t asked = 0;
    const auto all = chinese_spellings("abracadabrasalamandermontenegro", [&](const std::string&) {
        ++asked;
        return true;
    });
    EXPECT_LE(asked, 600U);
    EXPECT_LE(all.size(), 24U);
}

}  // namespace
}  // namespace sinodex
