// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/learning/ascent.h"

#include <gtest/gtest.h>

#include <cmath>

namespace sinodex {
namespace {

double square(double x) { return x * x; }

// Highest at k1 2, lead .4 and centrality 3, and indifferent to all others.
double hill(const Weights& weights) {
    return 1 - square(weights.k1 - 2) / 16 - square(weights.lead - 0.4) -
           square(weights.centrality - 3) / 16;
}

TEST(Ascent, ClimbsToTheTop) {
    const Weights best = ascend(
        {}, hill, {.first_step = 0.125, .last_step = 0.01, .margin = 1e-6, .max_rounds = 50});
    EXPECT_NEAR(best.k1, 2, 0.06);
    EXPECT_NEAR(best.lead, 0.4, 0.02);
    EXPECT_NEAR(best.centrality, 3, 0.06);
}

TEST(Ascent, LeavesAloneWhatDoesNotMatter) {
    const Weights start;
    const Weights best = ascend(start, hill);
    EXPECT_EQ(best.b, start.b);
    EXPECT_EQ(best.article, start.article);
}

TEST(Ascent, StaysWithinTheRanges) {
    const auto ever_more = [](const Weights& weights) { return weights.lead - weights.k1; };
    const Weights best = ascend(
        {}, ever_more, {.first_step = 0.3, .last_step = 0.1, .margin = 1e-4, .max_rounds = 50});
    EXPECT_EQ(best.lead, 1);
    EXPECT_EQ(best.k1, 0.1);
}

TEST(Ascent, IgnoresGainsBelowTheMargin) {
    const Weights start;
    const auto slight = [](const Weights& weights) { return weights.lead * 1e-6; };
    EXPECT_EQ(ascend(start, slight).lead, start.lead);
}

TEST(Ascent, EndsWhereTheObjectiveIsNoise) {
    int calls = 0;
    const auto noise = [&](const Weights&) { return std::fmod(++calls * 0.618, 1.0); };
    ascend({}, noise, {.first_step = 0.125, .last_step = 0.01, .margin = 1e-4, .max_rounds = 5});
    EXPECT_LT(calls, 5 * 15 * 200);
}

}  // namespace
}  // namespace sinodex
