// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/speed/statistics.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

namespace sinodex {
namespace {

TEST(Percentile, IsTheNearestRank) {
    const std::array<double, 5> sample{50, 15, 40, 20, 35};
    struct Case {
        double percent;
        double value;
    };
    for (const Case& c : {Case{0, 15}, Case{5, 15}, Case{20, 15}, Case{20.1, 20}, Case{30, 20},
                          Case{40, 20}, Case{50, 35}, Case{80, 40}, Case{81, 50}, Case{100, 50}}) {
        EXPECT_EQ(percentile(sample, c.percent), c.value) << c.percent;
    }
    std::vector<double> hundred;
    for (int i = 100; i > 0; --i) hundred.push_back(i);
    for (const double percent : {1.0, 50.0, 95.0, 99.0, 100.0}) {
        EXPECT_EQ(percentile(hundred, percent), percent);
    }
    EXPECT_EQ(percentile(std::array<double, 1>{7}, 99), 7);
    EXPECT_EQ(percentile(std::array<double, 2>{3, 9}, 50), 3);
}

TEST(FittedExponent, FindsPowerLaws) {
    const std::array<double, 4> x{1, 2, 4, 32};
    for (const double exponent : {-0.5, 0.0, 1.0, 1.7}) {
        std::vector<double> y;
        for (const double each : x) y.push_back(3 * std::pow(each, exponent));
        EXPECT_NEAR(fitted_exponent(x, y), exponent, 1e-12);
    }
    // Logarithms 0, 1, 2 against 0, 2, 1: slope 1/2.
    const std::array<double, 3> bases{1, 10, 100};
    EXPECT_NEAR(fitted_exponent(bases, std::array<double, 3>{1, 100, 10}), 0.5, 1e-12);
}

}  // namespace
}  // namespace sinodex
