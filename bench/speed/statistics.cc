// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/speed/statistics.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace sinodex {

double percentile(std::span<const double> sample, double percent) {
    std::vector<double> sorted(sample.begin(), sample.end());
    const double rank = std::ceil(percent / 100 * static_cast<double>(sorted.size()) - 1e-9);
    const std::size_t place = rank < 1 ? 0 : static_cast<std::size_t>(rank) - 1;
    const auto at =
        sorted.begin() + static_cast<std::ptrdiff_t>(std::min(place, sorted.size() - 1));
    std::nth_element(sorted.begin(), at, sorted.end());
    return *at;
}

double fitted_exponent(std::span<const double> x, std::span<const double> y) {
    const auto n = static_cast<double>(x.size());
    double mean_x = 0;
    double mean_y = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        mean_x += std::log(x[i]) / n;
        mean_y += std::log(y[i]) / n;
    }
    double products = 0;
    double squares = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double away = std::log(x[i]) - mean_x;
        products += away * (std::log(y[i]) - mean_y);
        squares += away * away;
    }
    return products / squares;
}

}  // namespace sinodex
