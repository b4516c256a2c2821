#include "corpus/synonyms/synonyms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/error.h"

namespace sinodex {
namespace {

TEST(Synonyms, AreGroupsOfALine) {
    const Synonyms synonyms = Synonyms::parse(
        "# a comment\n\nfine; penalty = .9 ;罚款= 1\r\none-way: edtech; online tutoring = .8\n",
        "words");
    ASSERT_EQ(synonyms.groups().size(), 2U);
    EXPECT_EQ(synonyms.groups()[0],
              (SynonymGroup{{{"fine", 1}, {"penalty", .9}, {"罚款", 1}}, false}));
    EXPECT_EQ(synonyms.groups()[1], (SynonymGroup{{{"edtech", 1}, {"online tutoring", .8}}, true}));
}

TEST(Synonyms, NameTheLineThatIsWrong) {
    for (const char* const line : {"fine", "fine; ", "fine; = .5", "fine; penalty = 2",
                                   "fine; penalty = x", "fine; penalty = 0", "fine; penalty ="}) {
        try {
            Synonyms::parse(std::string("a; b\n") + line, "words.txt");
            ADD_FAILURE() << line;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::input);
            EXPECT_THAT(error.what(), ::testing::HasSubstr("words.txt:2: ")) << line;
        }
    }
}

TEST(Synonyms, ThatComeWithTheProgramAreSound) {
    EXPECT_GT(Synonyms::built_in().groups().size(), 200U);
}

}  // namespace
}  // namespace sinodex
