// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/learning/learn_factors.h"

#include <gtest/gtest.h>

#include <cmath>

#include "bench/learning/factor_set.h"
#include "tests/bench/quality/tiny_collection.h"

namespace sinodex {
namespace {

using testing::TinyCollection;

TEST(PairModel, FindsWhatPutsTheBetterOneFirst) {
    // The better one has twice as much of the first feature as it lacks of the second one, or is
    // chosen by the first feature alone; the third one is of another scale and tells nothing.
    const std::vector<JudgedPair> pairs{{{2, 1, 100}, 1},   {{2, 1, -100}, 1},  {{1, -2, 100}, 1},
                                        {{1, -2, -100}, 1}, {{-1, -3, 100}, 1}, {{-1, -3, -100}, 1},
                                        {{1, 0, 100}, 2},   {{1, 0, -100}, 2}};
    const std::vector<double> learned = learn_from_pairs(pairs, 0.1);
    ASSERT_EQ(learned.size(), 3U);
    EXPECT_GT(learned[0], 0);
    EXPECT_LT(learned[1], 0);
    EXPECT_NEAR(learned[2], 0, 1e-6);
    for (const JudgedPair& pair : pairs) {
        EXPECT_GT(learned[0] * pair.difference[0] + learned[1] * pair.difference[1], 0);
    }
}

TEST(PairModel, IsHeldBackByTheRidgeWhateverTheScale) {
    const std::vector<JudgedPair> pairs{{{1}, 1}, {{3}, 1}, {{-1}, 0.5}};
    std::vector<JudgedPair> larger = pairs;
    for (JudgedPair& pair : larger) pair.difference[0] *= 1000;
    const double learned = learn_from_pairs(pairs, 0.1).front();
    EXPECT_NEAR(learn_from_pairs(larger, 0.1).front() * 1000, learned, 1e-6);
    EXPECT_LT(learn_from_pairs(pairs, 10).front(), learned);
    EXPECT_TRUE(learn_from_pairs({}, 0.1).empty());
}

TEST(PairModel, CountsAPairByItsWeight) {
    const std::vector<JudgedPair> pairs{{{1}, 1}, {{-1}, 3}};
    EXPECT_NEAR(learn_from_pairs(pairs, 0).front(), -std::log(3), 1e-4);
}

TEST(FactorSet, TellsWhatASearchWithOtherFactorsFinds) {
    const TinyCollection a("a");
    LearningSet set({read_collection(a.path())}, {});
    const FactorSet factors(set, {});
    Weights linear;
    linear.own_held = 2;  // no passage is put first for its language
    EXPECT_EQ(factors.measure(0, linear), set.measure(linear)[0]);
    for (const WeightInfo& info : factor_weights()) {
        SCOPED_TRACE(info.name);
        for (const double value : {info.lowest, 0.0, info.highest}) {
            Weights other = linear;
            other.*info.member = value;
            EXPECT_EQ(factors.measure(0, other), set.measure(other)[0]) << value;
        }
    }
}

TEST(FactorSet, PairsWeighATopicEach) {
    const TinyCollection a("a");
    LearningSet set({read_collection(a.path())}, {});
    const FactorSet factors(set, {});
    double weight = 0;
    for (const JudgedPair& pair : factors.pairs(0, 15)) {
        EXPECT_EQ(pair.difference.size(), 1 + factor_weights().size());
        weight += pair.weight;
    }
    EXPECT_GT(weight, 0);
    EXPECT_LE(weight, 1 + 1e-9);
    EXPECT_TRUE(factors.pairs(0, 1).empty());
}

TEST(LearnFactors, ChangesFactorsOnlyAndWithinTheirRange) {
    const TinyCollection a("a");
    const TinyCollection b("b");
    LearningSet set({read_collection(a.path()), read_collection(b.path())}, {});
    LearnOptions options;
    for (const WeightInfo& info : factor_weights()) options.start.*info.member = 0;
    const LearnReport report = learn_factors(set, options);
    for (const WeightInfo& info : kWeightTable) {
        const double learned = report.learned.*info.member;
        EXPECT_TRUE(info.role == WeightRole::factor || learned == options.start.*info.member)
            << info.name;
        EXPECT_GE(learned, info.lowest) << info.name;
        EXPECT_LE(learned, info.highest) << info.name;
    }
    ASSERT_EQ(report.collections.size(), 2U);
    for (const LearnedCollection& each : report.collections) {
        EXPECT_EQ(each.topics, 4U);
        EXPECT_GE(each.learned, each.start);
        EXPECT_GT(each.left_out, 0);
    }
    EXPECT_EQ(report.measured, 1 + factor_weights().size());
}

}  // namespace
}  // namespace sinodex
