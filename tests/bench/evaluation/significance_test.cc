// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/evaluation/significance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "tests/bench/evaluation/temporary_file.h"

namespace sinodex {
namespace {

using ::testing::DoubleEq;
using ::testing::ElementsAre;
using Values = std::vector<double>;

// n topics of which every one, or a share, is better by the same amount.
Values ascending(std::size_t n) {
    Values values;
    for (std::size_t i = 0; i < n; ++i) values.push_back(static_cast<double>(i) / 100);
    return values;
}

Values shifted(Values values, double by) {
    for (double& value : values) value += by;
    return values;
}

TEST(RandomisationTest, ExactForFewTopics) {
    // Differences 3, 2, -1: of the 8 sums 6 4 2 0 and their negatives, 4 are at least 4 from 0.
    const RandomisationResult result = randomisation_test(Values{3, 2, 0}, Values{0, 0, 1});
    EXPECT_TRUE(result.exact);
    EXPECT_DOUBLE_EQ(result.mean_difference, 4.0 / 3);
    EXPECT_DOUBLE_EQ(result.p_value, 4.0 / 8);
}

TEST(RandomisationTest, BetterOnEveryTopicIsTheRarestAssignment) {
    const Values b = ascending(10);
    const RandomisationResult result = randomisation_test(shifted(b, 0.1), b);
    EXPECT_TRUE(result.exact);
    EXPECT_DOUBLE_EQ(result.p_value, 2.0 / 1024);
}

TEST(RandomisationTest, TopicsWithoutDifferenceChangeOnlyTheMean) {
    const RandomisationResult few = randomisation_test(Values{3, 2, 0}, Values{0, 0, 1});
    Values a(100, 0.5);
    Values b(100, 0.5);
    a[7] = 3.5, a[50] = 2.5, b[99] = 1.5;
    const RandomisationResult many = randomisation_test(a, b);
    EXPECT_TRUE(many.exact);
    EXPECT_DOUBLE_EQ(many.p_value, few.p_value);
    EXPECT_DOUBLE_EQ(many.mean_difference, 0.04);
}

TEST(RandomisationTest, NoDifferenceAtAll) {
    EXPECT_EQ(randomisation_test(Values{1, 2}, Values{1, 2}).p_value, 1);
    EXPECT_EQ(randomisation_test(Values{}, Values{}).p_value, 1);
}

TEST(RandomisationTest, IsSymmetric) {
    const Values a = {0.1, 0.5, 0.3, 0.9, 0.2};
    const Values b = {0.2, 0.1, 0.3, 0.4, 0.1};
    EXPECT_DOUBLE_EQ(randomisation_test(a, b).p_value, randomisation_test(b, a).p_value);
    EXPECT_DOUBLE_EQ(randomisation_test(a, b).mean_difference,
                     -randomisation_test(b, a).mean_difference);
}

// For equal differences the sum is a binomial walk, so the true p is known: of 30 topics 20 won and
// 10 lost, P(|wins - 15| >= 5) = 0.0987 (two-sided sign test).
TEST(RandomisationTest, SampleComesNearTheTruth) {
    Values a(30, 1.0);
    Values b(30, 0.0);
    for (std::size_t i = 0; i < 10; ++i) std::swap(a[i], b[i]);
    const RandomisationResult result = randomisation_test(a, b);
    EXPECT_FALSE(result.exact);
    EXPECT_NEAR(result.p_value, 0.09874, 0.004);
    EXPECT_DOUBLE_EQ(result.p_value, 9898.0 / 100001);  // the same on every machine
}

// Two large differences and 128 small ones that cancel out: at least as far from 0 are the half of
// the assignments in which the large ones agree, and of it those whose small ones do not sum up
// against them, (1 + C(128, 64) / 2^128) / 2.
TEST(RandomisationTest, SignsAreIndependentBeyondSixtyFourTopics) {
    Values a(130, 0.0);
    for (std::size_t i = 0; i < a.size(); ++i) a[i] = i % 2 == 0 ? 0.001 : -0.001;
    a[64] = 1;
    a[129] = 1;
    EXPECT_NEAR(randomisation_test(a, Values(130, 0.0)).p_value, 0.5 * (1 + 0.0704) / 2, 0.005);
}

TEST(RandomisationTest, SampleIsNeverZeroAndTheSeedDecides) {
    const Values b = ascending(200);
    EXPECT_DOUBLE_EQ(randomisation_test(shifted(b, 0.1), b, {.samples = 99}).p_value, 1.0 / 100);

    std::mt19937_64 random(5);
    Values noisy;
    for (const double value : b) {
        noisy.push_back(value + static_cast<double>(random() % 1000) / 1000 - 0.49);
    }
    const RandomisationOptions options = {.samples = 1000, .seed = 7};
    const double once = randomisation_test(noisy, b, options).p_value;
    EXPECT_EQ(randomisation_test(noisy, b, options).p_value, once);
    EXPECT_NE(randomisation_test(noisy, b, {.samples = 1000, .seed = 8}).p_value, once);
}

TEST(Holm, AdjustsInTheOrderGiven) {
    // From the smallest: .005 * 4, .01 * 3, .03 * 2, and .04 * 1 raised to the one before.
    EXPECT_THAT(holm_correction(Values{0.01, 0.04, 0.03, 0.005}),
                ElementsAre(DoubleEq(0.03), DoubleEq(0.06), DoubleEq(0.06), DoubleEq(0.02)));
    EXPECT_THAT(holm_correction(Values{0.6, 0.5}), ElementsAre(1, 1));
    EXPECT_THAT(holm_correction(Values{0.2}), ElementsAre(0.2));
    EXPECT_THAT(holm_correction(Values{}), ElementsAre());
}

TEST(Bootstrap, IntervalOfTheMean) {
    const Values values = ascending(101);  // mean .5, standard deviation .2915
    const auto [low, high] = bootstrap_interval(values);
    const double half = 1.96 * 0.29155 / std::sqrt(101.0);
    EXPECT_NEAR(low, 0.5 - half, 0.005);
    EXPECT_NEAR(high, 0.5 + half, 0.005);
    const auto [narrow_low, narrow_high] = bootstrap_interval(values, {.confidence = 0.5});
    EXPECT_GT(narrow_low, low);
    EXPECT_LT(narrow_high, high);
}

TEST(Bootstrap, SameSeedSameInterval) {
    const Values values = ascending(30);
    EXPECT_DOUBLE_EQ(bootstrap_interval(values).low, 3.43 / 30);  // the same on every machine
    EXPECT_DOUBLE_EQ(bootstrap_interval(values).high, 5.28 / 30);
    EXPECT_NE(bootstrap_interval(values, {.samples = 100, .seed = 2}).low,
              bootstrap_interval(values, {.samples = 100, .seed = 3}).low);
}

TEST(Bootstrap, ValuesWithoutSpreadHaveNoWidth) {
    const auto [low, high] = bootstrap_interval(Values{0.25, 0.25});
    EXPECT_EQ(low, 0.25);
    EXPECT_EQ(high, 0.25);
    EXPECT_EQ(bootstrap_interval(Values{0.5}, {.samples = 1}).low, 0.5);
}

TEST(Compare, CountsTopics) {
    const Comparison result =
        compare(Values{0.5, 0.1, 0.3, 0.1 + 0.2, 1}, Values{0.4, 0.2, 0.3, 0.3, 0});
    EXPECT_EQ(result.wins, 2U);
    EXPECT_EQ(result.ties, 2U);
    EXPECT_EQ(result.losses, 1U);
}

// With 1, 2 and 4 degrees of freedom the distribution has closed forms.
TEST(PairedT, AgreesWithClosedForms) {
    EXPECT_NEAR(paired_t_test(Values{1, 3}, Values{0, 0}), 1 - std::atan(2) * 2 / M_PI, 1e-12);
    EXPECT_NEAR(paired_t_test(Values{1, 2, 3}, Values{0, 0, 0}), 1 - std::sqrt(12.0 / 14), 1e-12);
    EXPECT_NEAR(paired_t_test(Values{1, 2, 3, 4, 5}, Values{0, 0, 0, 0, 0}), 0.0132355, 1e-7);
    EXPECT_NEAR(paired_t_test(Values{0, 0, 0}, Values{1, 2, 3}), 1 - std::sqrt(12.0 / 14), 1e-12);
}

TEST(PairedT, OfNothingThatDiffersOrNothingToPair) {
    EXPECT_EQ(paired_t_test(Values{0.5, 0.25}, Values{0.5, 0.25}), 1);
    EXPECT_EQ(paired_t_test(Values{1, 0}, Values{0, 1}), 1);
    EXPECT_EQ(paired_t_test(Values{1}, Values{0}), 1);
    EXPECT_EQ(paired_t_test(Values{}, Values{}), 1);
    EXPECT_EQ(paired_t_test(Values{1, 1, 1}, Values{0, 0, 0}), 0);  // all moved by as much
    expect_error(ErrorKind::usage, "cannot be paired", [] {
        paired_t_test(Values{1}, Values{1, 2});
    });
}

// With many topics, the t test and the randomisation test say nearly the same.
TEST(PairedT, IsCloseToTheRandomisationTest) {
    Values a;
    for (int i = 0; i < 200; ++i) a.push_back(i * 7919 % 101 / 101.0 - 0.47);
    const Values zero(a.size());
    EXPECT_NEAR(paired_t_test(a, zero), randomisation_test(a, zero).p_value, 0.01);
}

TEST(Significance, ImpossibleInputIsRefused) {
    const Values one = {1};
    const Values two = {1, 2};
    expect_error(ErrorKind::usage, "cannot be paired", [&] { randomisation_test(one, two); });
    expect_error(ErrorKind::usage, "cannot be paired", [&] { compare(two, one); });
    expect_error(ErrorKind::usage, "needs samples", [&] { randomisation_test(one, one, {0, 1}); });
    expect_error(ErrorKind::usage, "needs values", [] { bootstrap_interval(Values{}); });
    expect_error(ErrorKind::usage, "needs samples",
                 [&] { bootstrap_interval(one, {.samples = 0}); });
    for (const double confidence : {0.0, 1.0, 95.0}) {
        expect_error(ErrorKind::usage, "between 0 and 1",
                     [&] { bootstrap_interval(one, {.confidence = confidence}); });
    }
}

}  // namespace
}  // namespace sinodex
