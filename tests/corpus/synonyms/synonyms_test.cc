// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/synonyms/synonyms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "corpus/error.h"

namespace sinodex {
namespace {

TEST(Synonyms, AreGroupsOfALine) {
    const Synonyms synonyms = Synonyms::parse(
        "# a comment\n\nfine; penalty = .9 ;罚款= 1\r\none-way: edtech; online tutoring = .8\n",
        "words");
    ASSERT_EQ(synonyms.groups().size(), 2U);
    EXPECT_EQ(synonyms.groups()[0],
              (SynonymGroup{{{"fine", 1}, {"penalty", .9}, {"罚款", 1}}, false, false}));
    EXPECT_EQ(synonyms.groups()[1],
              (SynonymGroup{{{"edtech", 1}, {"online tutoring", .8}}, true, false}));
}

TEST(Synonyms, MayBeVerbs) {
    const auto groups =
        Synonyms::parse("verbs: sign; 签署\none-way: verbs: a; b\nverbs: one-way: a; b\n", "words")
            .groups();
    ASSERT_EQ(groups.size(), 3U);
    EXPECT_EQ(groups[0], (SynonymGroup{{{"sign", 1}, {"签署", 1}}, false, true}));
    EXPECT_EQ(groups[1], (SynonymGroup{{{"a", 1}, {"b", 1}}, true, true}));
    EXPECT_EQ(groups[2], groups[1]);
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

bool share_a_group(const std::string& one, const std::string& other) {
    const auto holds = [](const SynonymGroup& group, const std::string& text) {
        return std::any_of(group.members.begin(), group.members.end(),
                           [&](const SynonymMember& member) { return member.text == text; });
    };
    const auto& groups = Synonyms::built_in().groups();
    return std::any_of(groups.begin(), groups.end(), [&](const SynonymGroup& group) {
        return holds(group, one) && holds(group, other);
    });
}

TEST(Synonyms, ThatAreOnlyRelatedAreApart) {
    for (const auto& [one, other] :
         {std::pair{"gallium", "germanium"}, std::pair{"decoupling", "de-risking"},
          std::pair{"subsidiary", "affiliate"}, std::pair{"国外上市", "境外上市"},
          std::pair{"deal", "accord"}, std::pair{"stake", "holding"},
          std::pair{"subsidiary", "unit"}, std::pair{"generative AI", "ChatGPT"}}) {
        EXPECT_FALSE(share_a_group(one, other)) << one << " and " << other;
    }
    EXPECT_TRUE(share_a_group("gallium", "镓"));
}

}  // namespace
}  // namespace sinodex
