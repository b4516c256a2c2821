// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/peers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sinodex {
namespace {

using ::testing::DoubleNear;
using ::testing::Each;
using ::testing::ElementsAre;

constexpr std::size_t kWords = 10;
constexpr double kClose = 1e-6;

// Vectors of length 1.
const std::vector<TermWeight> kFines{{1, 0.6F}, {2, 0.8F}};
const std::vector<TermWeight> kProbes{{2, 0.8F}, {3, 0.6F}};
const std::vector<TermWeight> kGoldMines{{8, 1.0F}};
const std::vector<TermWeight> kNothing;

TEST(Peers, HaveTheMeanOfWhatSimilarArticlesScore) {
    const Peers peers = peers_of({&kFines, &kProbes, &kGoldMines}, {30, 20, 10}, kWords, 2);
    EXPECT_THAT(peers.mean, ElementsAre(DoubleNear(0.5, kClose), DoubleNear(1, kClose), 0))
        << "scores count from the lowest, 0, to the highest, 1";
    EXPECT_THAT(peers.sum, ElementsAre(DoubleNear(0.32, kClose), DoubleNear(0.64, kClose), 0));
}

TEST(Peers, AreTheMostSimilarOnesOnly) {
    const std::vector<const std::vector<TermWeight>*> vectors{&kFines, &kProbes, &kFines};
    const Peers peers = peers_of(vectors, {30, 20, 10}, kWords, 1);
    EXPECT_NEAR(peers.mean[0], 0, kClose) << "the other one on fines, which scores least";
    EXPECT_NEAR(peers.mean[1], 1, kClose) << "of two that are as like, the first";
}

TEST(Peers, OfFewOrEmptyArticlesAreNone) {
    EXPECT_THAT(peers_of({}, {}, kWords, 10).mean, ElementsAre());
    EXPECT_THAT(peers_of({&kFines}, {7}, kWords, 10).mean, ElementsAre(0));
    EXPECT_THAT(peers_of({&kFines, &kNothing}, {7, 3}, kWords, 10).sum, Each(0));
    EXPECT_THAT(peers_of({&kFines, &kProbes}, {7, 7}, kWords, 10).sum, Each(0))
        << "all score alike";
}

TEST(Standardised, ValuesHaveNoMeanAndUnitDeviation) {
    EXPECT_NEAR(deviation_of({1, 3}), 1, kClose);
    EXPECT_EQ(deviation_of({}), 0);
    EXPECT_THAT(standardised({1, 3, 1, 3}), ElementsAre(-1, 1, -1, 1));
    EXPECT_THAT(standardised({5, 5, 5}), Each(0));
}

}  // namespace
}  // namespace sinodex
