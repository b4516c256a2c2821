// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/stories/signature.h"

#include <gtest/gtest.h>

#include <sstream>

namespace sinodex {
namespace {

StorySignature sign(const std::string& text, const std::vector<std::string>& facts = {}) {
    SignatureMaker maker;
    std::istringstream words(text);
    for (std::string word; words >> word;) maker.add_word(word);
    for (const std::string& fact : facts) maker.add_fact(fact);
    return maker.finish();
}

std::string numbered_words(int begin, int end) {
    std::string text;
    for (int i = begin; i < end; ++i) text += "w" + std::to_string(i) + " ";
    return text;
}

TEST(StorySignature, IsThatOfTheTextAlone) {
    SignatureMaker maker;
    maker.add_word("something");
    maker.add_fact("else");
    maker.finish();
    for (const char* word : {"a", "b", "c", "d"}) maker.add_word(word);
    EXPECT_EQ(maker.finish(), sign("a b c d"));
    EXPECT_NE(sign("a b c d").words, sign("a c b d").words);
    EXPECT_EQ(sign("").length, 0U);
}

TEST(StorySignature, SurvivesBeingStored) {
    for (const auto& [text, facts] : std::vector<std::pair<std::string, std::vector<std::string>>>{
             {"", {}}, {"one", {"f"}}, {numbered_words(0, 500), {"a", "b", "c"}}}) {
        const StorySignature signature = sign(text, facts);
        const auto decoded = StorySignature::decode(signature.encode());
        ASSERT_TRUE(decoded);
        EXPECT_EQ(*decoded, signature);
    }
    EXPECT_FALSE(StorySignature::decode(""));
    EXPECT_FALSE(StorySignature::decode(sign("a").encode() + "x"));
}

TEST(StorySignature, KeepsABoundedNumberOfFacts) {
    const std::vector<std::string> facts(1000, "fact");
    EXPECT_EQ(sign("a", facts).facts.size(), SignatureMaker::kMaxFacts);
}

TEST(Resemblance, FollowsTheShareOfCommonRuns) {
    const StorySignature whole = sign(numbered_words(0, 2000));
    EXPECT_DOUBLE_EQ(resemblance(whole, whole), 1);
    EXPECT_LT(resemblance(whole, sign(numbered_words(5000, 7000))), 0.1);
    // 1,000 of 2,000 runs in common; the standard error of 64 buckets is .06.
    EXPECT_NEAR(resemblance(whole, sign(numbered_words(0, 1000))), 0.5, 0.2);
    EXPECT_NEAR(resemblance(whole, sign(numbered_words(200, 2000))), 0.9, 0.15);
    EXPECT_EQ(resemblance(sign("a b"), sign("a b")), 0);  // no run of three at all
}

}  // namespace
}  // namespace sinodex
