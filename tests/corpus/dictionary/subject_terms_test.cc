// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/dictionary/subject_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/dictionary/subject_dictionary.h"
#include "tests/support/expect_error.h"

namespace sinodex {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;

TEST(SubjectTerms, AreConceptsOfALine) {
    const auto entries = parse_subject_terms(
        "# a comment\n\n下架; 除牌 = take down ;delist\r\n约谈=summon", "terms");
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(entries[0].simplified, "下架");
    EXPECT_EQ(entries[1].traditional, "除牌");
    EXPECT_THAT(entries[1].glosses, ElementsAre("take down", "delist"));
    EXPECT_EQ(entries[2].simplified, "约谈");
    EXPECT_THAT(entries[2].glosses, ElementsAre("summon"));
}

TEST(SubjectTerms, NameTheLineThatIsWrong) {
    for (const char* const line :
         {"约谈", "约谈 =", "= summon", "约谈; = summon", "约谈 = a;; b"}) {
        testing::expect_error(ErrorKind::input, "terms.txt:2: ", [&] {
            parse_subject_terms(std::string("下架 = delist\n") + line, "terms.txt");
        });
    }
}

TEST(SubjectTerms, ThatComeWithTheProgramGoBothWays) {
    const Dictionary& dictionary = subject_dictionary();
    EXPECT_GT(dictionary.size(), 1000U);
    EXPECT_THAT(
        dictionary.of_chinese("反垄断"),
        Contains(AllOf(Field(&Translation::text, "antitrust"), Field(&Translation::rank, 0U))));
    EXPECT_THAT(dictionary.of_english({"tariff"}), Contains(Field(&Translation::text, "关税")));
    EXPECT_THAT(dictionary.of_chinese("琴"), IsEmpty());
}

}  // namespace
}  // namespace sinodex
