// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/evaluation/significance.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "corpus/error.h"

namespace sinodex {

namespace {

constexpr double kTie = 1e-9;
constexpr std::size_t kExactTopics = 20;

void require(bool condition, const char* what) {
    if (!condition) throw Error(ErrorKind::usage, what);
}

std::vector<double> differences(std::span<const double> a, std::span<const double> b) {
    require(a.size() == b.size(), "two runs with different numbers of topics cannot be paired");
    std::vector<double> result(a.size());
    std::transform(a.begin(), a.end(), b.begin(), result.begin(), std::minus<>());
    return result;
}

double mean(std::span<const double> values) {
    if (values.empty()) return 0;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// How many assignments of signs to `rest` bring the sum at least as far from 0 as `bound`.
std::uint64_t count_extreme(std::span<const double> rest, double sum, double bound) {
    if (rest.empty()) return std::abs(sum) >= bound ? 1 : 0;
    return count_extreme(rest.subspan(1), sum + rest.front(), bound) +
           count_extreme(rest.subspan(1), sum - rest.front(), bound);
}

double exact_p(std::span<const double> changes, double bound) {
    return static_cast<double>(count_extreme(changes, 0, bound)) /
           std::exp2(static_cast<double>(changes.size()));
}

// A sum with signs at random, 64 of them from each number.
double random_sum(std::span<const double> changes, std::mt19937_64& random) {
    double sum = 0;
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        bits = i % 64 == 0 ? random() : bits >> 1U;
        sum += (bits & 1U) != 0 ? changes[i] : -changes[i];
    }
    return sum;
}

double sampled_p(std::span<const double> changes, double bound, RandomisationOptions options) {
    std::mt19937_64 random(options.seed);
    std::size_t extreme = 0;
    for (std::size_t i = 0; i < options.samples; ++i) {
        if (std::abs(random_sum(changes, random)) >= bound) ++extreme;
    }
    return static_cast<double>(extreme + 1) / static_cast<double>(options.samples + 1);
}

// The continued fraction of the incomplete beta function by Lentz's method (W. Press et al.,
// Numerical Recipes, 3rd edition, 2007, section 6.4).
double beta_fraction(double a, double b, double x) {
    constexpr double kTiny = 1e-300;
    constexpr int kSteps = 10'000;
    const auto away_from_zero = [](double value) {
        return std::abs(value) < kTiny ? kTiny : value;
    };
    double c = 1;
    double d = 1 / away_from_zero(1 - (a + b) * x / (a + 1));
    double fraction = d;
    const auto step = [&](double numerator) {
        d = 1 / away_from_zero(1 + numerator * d);
        c = away_from_zero(1 + numerator / c);
        fraction *= c * d;
        return c * d;
    };
    for (int i = 1; i <= kSteps; ++i) {
        const double m = i;
        step(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)));
        const double change = step(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)));
        if (std::abs(change - 1) < 1e-15) break;
    }
    return fraction;
}

// The regularised incomplete beta function of x in [0, 1].
double incomplete_beta(double a, double b, double x) {
    if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
    const double front = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) +
                                  a * std::log(x) + b * std::log1p(-x));
    return x < (a + 1) / (a + b + 2) ? front * beta_fraction(a, b, x) / a
                                     : 1 - front * beta_fraction(b, a, 1 - x) / b;
}

// An index below size. Taking the upper 32 bits times size favours some indices by less than
// size / 2^32, which no number of topics makes visible.
std::size_t random_index(std::mt19937_64& random, std::size_t size) {
    return ((random() >> 32U) * size) >> 32U;
}

double resampled_mean(std::span<const double> values, std::mt19937_64& random) {
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += values[random_index(random, values.size())];
    }
    return sum / static_cast<double>(values.size());
}

}  // namespace

RandomisationResult randomisation_test(std::span<const double> a, std::span<const double> b,
                                       RandomisationOptions options) {
    require(options.samples > 0, "a randomisation test needs samples");
    std::vector<double> changes = differences(a, b);
    const double difference = mean(changes);
    // A sign before 0 changes nothing.
    std::erase_if(changes, [](double change) { return std::abs(change) <= kTie; });
    double sum = 0;
    double size = 0;
    for (const double change : changes) {
        sum += change;
        size += std::abs(change);
    }
    // Sums that are equal on paper may differ in their last bits.
    const double bound = std::abs(sum) - kTie * size;
    const bool exact = changes.size() <= kExactTopics;
    return {difference, exact ? exact_p(changes, bound) : sampled_p(changes, bound, options),
            exact};
}

double paired_t_test(std::span<const double> a, std::span<const double> b) {
    const std::vector<double> changes = differences(a, b);
    const auto topics = static_cast<double>(changes.size());
    const double centre = mean(changes);
    double squares = 0;
    for (const double change : changes) squares += (change - centre) * (change - centre);
    if (topics < 2 || std::abs(centre) <= kTie) return 1;
    // With freedom f and t^2 = topics * centre^2 / (squares / f), p is the incomplete beta function
    // of f / (f + t^2).
    const double freedom = topics - 1;
    return incomplete_beta(freedom / 2, 0.5, squares / (squares + topics * centre * centre));
}

std::vector<double> holm_correction(std::span<const double> p_values) {
    std::vector<std::size_t> order(p_values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t x, std::size_t y) { return p_values[x] < p_values[y]; });
    std::vector<double> adjusted(p_values.size());
    double largest = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto hypotheses_left = static_cast<double>(order.size() - i);
        largest = std::max(largest, std::min(1.0, hypotheses_left * p_values[order[i]]));
        adjusted[order[i]] = largest;
    }
    return adjusted;
}

Interval bootstrap_interval(std::span<const double> values, BootstrapOptions options) {
    require(!values.empty(), "a confidence interval needs values");
    require(options.samples > 0, "a bootstrap needs samples");
    require(options.confidence > 0 && options.confidence < 1,
            "a confidence must be between 0 and 1");
    std::mt19937_64 random(options.seed);
    std::vector<double> means(options.samples);
    std::generate(means.begin(), means.end(), [&] { return resampled_mean(values, random); });
    std::sort(means.begin(), means.end());
    const double tail = (1 - options.confidence) / 2;
    const auto cut = static_cast<std::size_t>(tail * static_cast<double>(options.samples - 1));
    return {means[cut], means[means.size() - 1 - cut]};
}

Comparison compare(std::span<const double> a, std::span<const double> b) {
    Comparison comparison;
    for (const double change : differences(a, b)) {
        if (std::abs(change) <= kTie) {
            ++comparison.ties;
        } else {
            ++(change > 0 ? comparison.wins : comparison.losses);
        }
    }
    return comparison;
}

}  // namespace sinodex
