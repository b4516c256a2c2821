// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/stories/clusters.h"

#include <gtest/gtest.h>

#include <random>

namespace sinodex {
namespace {

using Words = std::vector<int>;

// Words and facts are numbers; a text of `size` words of its own.
struct Text {
    Words words;
    Words facts;
};

Text text(int seed, int size = 300, int facts = 16) {
    Text made;
    for (int i = 0; i < size; ++i) made.words.push_back(seed * 10'000 + i);
    for (int i = 0; i < facts; ++i) made.facts.push_back(seed * 100 + i);
    return made;
}

// Replaces one word in `every`, as a rewriting program does.
Text spun(Text original, int every) {
    for (std::size_t i = 0; i < original.words.size(); i += static_cast<std::size_t>(every)) {
        original.words[i] = -original.words[i] - 1;
    }
    return original;
}

StorySignature sign(const Text& text) {
    SignatureMaker maker;
    for (const int word : text.words) maker.add_word(std::to_string(word));
    for (const int fact : text.facts) maker.add_fact("f" + std::to_string(fact));
    return maker.finish();
}

TEST(Likeness, TellsCopiesFromVersionsFromRewrites) {
    const Text original = text(1);
    EXPECT_EQ(likeness(sign(original), sign(original)), Likeness::exact);
    EXPECT_EQ(likeness(sign(original), sign(spun(original, 60))), Likeness::near);
    EXPECT_EQ(likeness(sign(original), sign(spun(original, 5))), Likeness::spun);
    EXPECT_EQ(likeness(sign(original), sign(text(2))), std::nullopt);
}

TEST(Likeness, TellsOneTemplateFromOneStory) {
    const Text original = text(1);
    Text decision = spun(original, 60);
    decision.facts[1] = -1;
    decision.facts[5] = -2;
    EXPECT_EQ(likeness(sign(original), sign(decision)), Likeness::near);
    decision.facts[9] = -3;
    decision.facts[13] = -4;
    EXPECT_EQ(likeness(sign(original), sign(decision)), std::nullopt);
    Text shortened = spun(original, 60);
    shortened.facts.resize(8);
    EXPECT_EQ(likeness(sign(original), sign(shortened)), Likeness::near);
}

TEST(Likeness, NeedsMoreThanTheSameFacts) {
    Text other_words = text(2);
    other_words.facts = text(1).facts;
    EXPECT_EQ(likeness(sign(text(1)), sign(other_words)), std::nullopt);
}

TEST(Likeness, NeedsTheFactsInTheirOrder) {
    Text shuffled = spun(text(1), 5);
    std::shuffle(shuffled.facts.begin(), shuffled.facts.end(), std::mt19937(3));
    EXPECT_EQ(likeness(sign(text(1)), sign(shuffled)), std::nullopt);
}

TEST(Likeness, ForgivesFactsThatRewritingLost) {
    const Text original = text(1, 300, 24);
    Text rewritten = spun(original, 5);
    for (std::size_t i = 0; i < rewritten.facts.size(); i += 2) rewritten.facts[i] = -1;
    std::erase(rewritten.facts, -1);
    EXPECT_EQ(likeness(sign(original), sign(rewritten)), Likeness::spun);
    rewritten.facts.resize(8);  // a third: perhaps another report of the event
    EXPECT_EQ(likeness(sign(original), sign(rewritten)), std::nullopt);
}

TEST(Likeness, AsksForMoreThanOneListInCommon) {
    const Text original = text(1, 300, 14);
    Text other = text(2, 300, 0);
    std::copy_n(original.words.begin(), 60, other.words.begin());
    other.facts = original.facts;
    other.facts.resize(11);
    EXPECT_EQ(likeness(sign(original), sign(other)), std::nullopt);
}

TEST(Likeness, LeavesShortTextsAloneUnlessTheyAreEqual) {
    const Text brief = text(1, 10, 0);
    EXPECT_EQ(likeness(sign(brief), sign(brief)), Likeness::exact);
    Text longer = brief;
    longer.words.push_back(99);
    EXPECT_EQ(likeness(sign(brief), sign(longer)), std::nullopt);
}

TEST(Clusters, HoldAllVersionsOfAStory) {
    std::vector<StorySignature> signatures;
    for (int i = 0; i < 50; ++i) signatures.push_back(sign(text(i)));
    signatures.push_back(sign(text(7)));            // 50: an exact copy
    signatures.push_back(sign(spun(text(7), 50)));  // 51: a near one
    signatures.push_back(sign(spun(text(20), 5)));  // 52: a rewrite
    const auto clusters = find_clusters(signatures);
    ASSERT_EQ(clusters.size(), 2U);
    ASSERT_EQ(clusters[0].size(), 3U);
    EXPECT_EQ(clusters[0][0].article, 7U);
    EXPECT_EQ(clusters[0][1].article, 50U);
    EXPECT_EQ(clusters[0][1].likeness, Likeness::exact);
    EXPECT_EQ(clusters[0][2].article, 51U);
    EXPECT_EQ(clusters[0][2].likeness, Likeness::near);
    ASSERT_EQ(clusters[1].size(), 2U);
    EXPECT_EQ(clusters[1][1].article, 52U);
    EXPECT_EQ(clusters[1][1].likeness, Likeness::spun);
}

TEST(Clusters, OfNothingAreNone) {
    EXPECT_TRUE(find_clusters({}).empty());
    EXPECT_TRUE(find_clusters({sign({}), sign({})}).empty());
    EXPECT_TRUE(find_clusters({sign(text(1))}).empty());
}

TEST(Clusters, AreTheSameForManyCopies) {
    const std::vector<StorySignature> copies(5000, sign(text(1)));
    const auto clusters = find_clusters(copies);
    ASSERT_EQ(clusters.size(), 1U);
    EXPECT_EQ(clusters[0].size(), 5000U);
}

// Whatever is in one cluster with an article, an index that is searched for the article's versions
// finds at once or by way of another member.
TEST(LikelyVersions, HoldWhatClusteringJoins) {
    std::vector<StorySignature> signatures;
    for (int seed = 0; seed < 60; ++seed) {
        const Text original = text(seed / 3);
        signatures.push_back(sign(seed % 3 == 0   ? original
                                  : seed % 3 == 1 ? spun(original, 60)
                                                  : spun(original, 5)));
    }
    const auto clusters = find_clusters(signatures);
    EXPECT_EQ(clusters.size(), 20U);
    for (const StoryCluster& cluster : clusters) {
        for (const StoryMember& one : cluster) {
            const LikelyVersions likely({signatures[one.article]});
            for (const StoryMember& other : cluster) {
                EXPECT_TRUE(likely.may_hold(signatures[other.article]));
            }
            std::size_t others = 0;
            for (const StorySignature& signature : signatures) others += likely.may_hold(signature);
            EXPECT_LT(others, 8U) << "it tells too few apart";
        }
    }
}

}  // namespace
}  // namespace sinodex
