// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/feedback.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace sinodex {
namespace {

constexpr std::size_t kTerms = 10;
constexpr double kNear = 1e-6;

// The vector has length 1.
const std::vector<TermWeight> kFine{{1, 0.6F}, {2, 0.8F}};
const std::vector<TermWeight> kProbe{{2, 0.8F}, {3, 0.6F}};
const std::vector<TermWeight> kGold{{8, 1.0F}};

TEST(Feedback, IsNearToWhatItWasMadeOf) {
    Feedback feedback;
    feedback.clear(kTerms);
    EXPECT_EQ(feedback.similarity(kFine), 0) << "of nothing";
    feedback.add(kFine, 0.5);
    EXPECT_NEAR(feedback.similarity(kFine), 1, kNear);
    EXPECT_NEAR(feedback.similarity(kProbe), 0.64, kNear);
    EXPECT_EQ(feedback.similarity(kGold), 0);
    EXPECT_EQ(feedback.similarity({}), 0);
}

TEST(Feedback, LiesBetweenItsArticlesByTheirShares) {
    Feedback feedback;
    feedback.clear(kTerms);
    feedback.add(kFine, 1);
    feedback.add(kGold, 0.5);
    const double length = std::sqrt(1.25);
    EXPECT_NEAR(feedback.similarity(kFine), 1 / length, kNear);
    EXPECT_NEAR(feedback.similarity(kGold), 0.5 / length, kNear);
}

TEST(Feedback, DoesNotDependOnTheOrderOfAdding) {
    Feedback one;
    one.clear(kTerms);
    one.add(kFine, 1);
    one.add(kProbe, 0.7);
    one.add(kGold, 0.3);
    Feedback other;
    other.clear(kTerms);
    other.add(kGold, 0.3);
    other.add(kProbe, 0.7);
    other.add(kFine, 1);
    for (const auto& vector : {kFine, kProbe, kGold}) {
        EXPECT_GT(one.similarity(vector), 0.1);
        EXPECT_NEAR(one.similarity(vector), other.similarity(vector), kNear);
    }
}

TEST(Feedback, IsNotMovedByAnArticleWithoutTerms) {
    Feedback feedback;
    feedback.clear(kTerms);
    feedback.add({}, 1);
    feedback.add(kFine, 1);
    EXPECT_NEAR(feedback.similarity(kFine), 1, kNear);
}

TEST(Feedback, TellsItsSum) {
    Feedback feedback;
    feedback.clear(kTerms);
    feedback.add(kProbe, 1);
    feedback.add(kFine, 0.5);
    std::map<std::uint32_t, float> sum;
    for (const TermWeight& term : feedback.sum()) sum[term.term] = term.weight;
    ASSERT_EQ(sum.size(), 3U);
    EXPECT_NEAR(sum[1], 0.3, kNear);
    EXPECT_NEAR(sum[2], 1.2, kNear);
    EXPECT_NEAR(sum[3], 0.6, kNear);
}

TEST(Feedback, BeginsAnewAlsoWithMoreOrFewerTerms) {
    Feedback feedback;
    feedback.clear(kTerms);
    feedback.add(kGold, 1);
    feedback.clear(4);
    feedback.add(kFine, 1);
    EXPECT_NEAR(feedback.similarity(kFine), 1, kNear);
    feedback.clear(2 * kTerms);
    EXPECT_EQ(feedback.similarity(kFine), 0);
    feedback.add({{15, 1.0F}}, 1);
    EXPECT_EQ(feedback.similarity(kGold), 0);
    EXPECT_NEAR(feedback.similarity({{15, 1.0F}}), 1, kNear);
}

}  // namespace
}  // namespace sinodex
