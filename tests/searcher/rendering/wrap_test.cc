// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/wrap.h"

#include <gtest/gtest.h>

#include "tests/searcher/rendering/columns.h"

namespace sinodex {
namespace {

using testing::lines_of;
using testing::width_of;

std::string wrap_text(const std::string& text, std::size_t indent, std::size_t width) {
    return wrap({{text, "", ""}}, indent, width);
}

TEST(Wrap, BreaksAtSpacesAndBetweenChineseCharacters) {
    struct Case {
        std::string text;
        std::size_t indent, width;
        std::string lines;
    };
    for (const Case& one : std::vector<Case>{
             {"", 4, 40, ""},
             {" \n\t ", 4, 40, ""},
             {"one two", 0, 40, "one two"},
             {"  one \n two\t", 2, 40, "  one two"},
             {"one\n\n\ntwo", 2, 40, "  one\n\n  two"},
             {"\n\none", 0, 40, "one"},
             {"aaaa bbbb cccc dddd eeee", 0, 20, "aaaa bbbb cccc dddd\neeee"},
             {"aaaa bbbb cccc dddd e eee", 1, 22, " aaaa bbbb cccc dddd e\n eee"},
             {"a012345678901234567890123 b", 0, 20, "a012345678901234567890123\nb"},
             {"蚂蚁集团暂停上市交易所宣布退款", 0, 20, "蚂蚁集团暂停上市交易\n所宣布退款"},
             {"a蚂蚁集团暂停上市交易", 0, 20, "a蚂蚁集团暂停上市交\n易"},
             {"e\u0301e\u0301e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301e\u0301e\u0301 aaaaaaaa b",
              0, 20,
              "e\u0301e\u0301e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301e\u0301e\u0301 "
              "aaaaaaaa\nb"},
             {"one\x1B[31mtwo\x07", 0, 40, "one [31mtwo"},
         }) {
        EXPECT_EQ(wrap_text(one.text, one.indent, one.width), one.lines) << one.text;
    }
}

TEST(Wrap, MarksWhatStandsOnEachLine) {
    const std::vector<StyledText> pieces{
        {"aaaa bbbb ", "", ""}, {"cccc dddd eeee ffff", "<", ">"}, {"gg, hh", "", ""}};
    EXPECT_EQ(wrap(pieces, 0, 20), "aaaa bbbb <cccc>\n<dddd eeee ffff>gg,\nhh");
    EXPECT_EQ(wrap({{"a", "", ""}, {"b", "<", ">"}, {"c", "", ""}}, 0, 20), "a<b>c");
    EXPECT_EQ(wrap({{"蚂蚁", "<", ">"}, {"集团", "", ""}}, 0, 20), "<蚂蚁>集团");
    EXPECT_EQ(wrap({{"a ", "<", ">"}, {" b", "<", ">"}}, 0, 20), "<a> <b>");
}

TEST(Wrap, LosesNothingAtAnyWidth) {
    const std::vector<StyledText> pieces{
        {"Alibaba’s fine of 18.228 billion yuan ", "", ""},
        {"($2.8 billion)", "*", "*"},
        {" was\n\n4% of 2019 sales. 螞蟻集團暫緩上市，香港投資者獲退款。", "", ""},
        {"罚款", "*", "*"},
        {"182.28亿元 🙂 antidisestablishmentarianism https://example.com/a/very/long/address",
         "", ""}};
    std::string all;
    for (const StyledText& piece : pieces) all += piece.text;
    for (std::size_t width = 20; width <= 200; ++width) {
        const std::string wrapped = wrap(pieces, 4, width);
        std::string unmarked = wrapped;
        std::erase(unmarked, '*');
        EXPECT_EQ(testing::without_space(unmarked), testing::without_space(all)) << width;
        for (const std::string& line : lines_of(wrapped)) {
            EXPECT_FALSE(line.ends_with(' ')) << width;
            const bool one_word = line.find(' ', 4) == std::string::npos;
            EXPECT_TRUE(one_word || width_of(line) <= std::max<std::size_t>(width, 24))
                << width << ": " << line;
            EXPECT_EQ(std::count(line.begin(), line.end(), '*') % 2, 0) << width << ": " << line;
        }
    }
}

}  // namespace
}  // namespace sinodex
