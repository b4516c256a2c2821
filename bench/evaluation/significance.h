// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

// Whether a difference between two runs is more than chance. Values are those of one measure, one a
// topic, and two runs are paired by position: evaluate both over all judged topics. Everything
// random comes from std::mt19937_64, whose bits are used as they are: the same seed gives the same
// numbers on every machine.
namespace sinodex {

struct RandomisationOptions {
    std::size_t samples = 100'000;  // more make p-values finer, in proportional time
    std::uint64_t seed = 1;
};

struct RandomisationResult {
    double mean_difference = 0;  // of a over b
    double p_value = 1;          // two-sided
    bool exact = false;          // all assignments of signs were looked at, not a sample
};

// Fisher's paired randomisation test (M. Smucker, J. Allan and B. Carterette, A Comparison of
// Statistical Significance Tests for Information Retrieval Evaluation, CIKM 2007): the share of
// the assignments of signs to the differences whose mean is at least as far from 0 as the one
// observed. Exact where at most 20 topics differ; otherwise (hits + 1) / (samples + 1) of a sample.
//
// Throws Error(usage) when the lengths differ, or for an empty sample.
RandomisationResult randomisation_test(std::span<const double> a, std::span<const double> b,
                                       RandomisationOptions options = {});

// Student's paired t test: how probable a mean difference at least as far from 0 is if the
// differences were drawn from a normal distribution around 0. Two-sided; 1 where nothing differs or
// where there are less than two topics.
//
// Throws Error(usage) when the lengths differ.
double paired_t_test(std::span<const double> a, std::span<const double> b);

// p-values for several comparisons that are looked at together, adjusted to be compared with one
// level of significance (S. Holm, A Simple Sequentially Rejective Multiple Test Procedure,
// Scandinavian Journal of Statistics 6, 1979). In the order given.
std::vector<double> holm_correction(std::span<const double> p_values);

struct BootstrapOptions {
    double confidence = 0.95;  // in (0, 1)
    std::size_t samples = 10'000;
    std::uint64_t seed = 1;
};

struct Interval {
    double low = 0;
    double high = 0;
};

// Confidence interval of the mean by the percentile bootstrap over topics (B. Efron and R.
// Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13). Given the differences of two
// runs, it is the interval of the mean difference.
//
// Throws Error(usage) without values or samples, or for a confidence outside (0, 1).
Interval bootstrap_interval(std::span<const double> values, BootstrapOptions options = {});

struct Comparison {
    std::size_t wins = 0;  // topics where a is better
    std::size_t ties = 0;
    std::size_t losses = 0;
};

// Differences up to 1e-9 are ties: they come from rounding. Throws Error(usage) when the lengths
// differ.
Comparison compare(std::span<const double> a, std::span<const double> b);

}  // namespace sinodex
