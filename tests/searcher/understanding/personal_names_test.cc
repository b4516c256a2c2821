// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/personal_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/dictionary/cedict.h"
#include "corpus/dictionary/compile.h"

namespace sinodex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class PersonalNames : public ::testing::Test {
 protected:
    std::vector<std::string> in_pinyin(const std::vector<std::string>& characters) const {
        return names_in_pinyin(characters, dictionary_);
    }
    std::vector<ChineseName> of_pinyin(std::string_view family, std::string_view given) const {
        return names_of_pinyin(family, given, dictionary_, [](const std::string& pair) {
            return pair == "严小" || pair == "小琴" || pair == "李票" || pair == "票小";
        });
    }

    const std::string block_ = compile_dictionary(
        read_cedict(std::string(SINODEX_SOURCE_DIR) + "/tests/fixtures/dictionary/small.u8"));
    const Dictionary dictionary_{block_};
};

TEST_F(PersonalNames, AreWrittenAsTheyAreRead) {
    EXPECT_THAT(in_pinyin({"严", "小", "琴"}), ElementsAre("yan xiaoqin", "xiaoqin yan"));
    EXPECT_THAT(in_pinyin({"李", "票"}), ElementsAre("li piao", "piao li"));
    EXPECT_THAT(in_pinyin({"票", "李"}), IsEmpty()) << "no family name";
    EXPECT_THAT(in_pinyin({"李", "协"}), IsEmpty()) << "a character that the dictionary lacks";
    EXPECT_THAT(in_pinyin({}), IsEmpty());
}

TEST_F(PersonalNames, AreReadWhereTheirCharactersStandSideBySide) {
    EXPECT_THAT(of_pinyin("yan", "xiaoqin"), ElementsAre(ChineseName{"严", "小", "琴"}));
    EXPECT_THAT(of_pinyin("li", "piao"), ElementsAre(ChineseName{"李", "票"}));
    EXPECT_THAT(of_pinyin("li", "piaoxiao"), ElementsAre(ChineseName{"李", "票", "小"}));
    EXPECT_THAT(of_pinyin("li", "xiaoqin"), IsEmpty()) << "neighbours that stand nowhere";
    EXPECT_THAT(of_pinyin("piao", "li"), IsEmpty());
    EXPECT_THAT(of_pinyin("li", "unheard"), IsEmpty());
    EXPECT_THAT(of_pinyin("", ""), IsEmpty());
}

}  // namespace
}  // namespace sinodex
