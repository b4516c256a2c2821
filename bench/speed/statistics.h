// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>

namespace sinodex {

// The percentile of a sample by nearest rank: the smallest value that at least `percent` of 100
// values do not exceed. Always one of the values; 0 gives the least, 100 the greatest. The sample
// must not be empty.
double percentile(std::span<const double> sample, double percent);

// The exponent b of y = a x^b, by least squares of log y on log x. All values must be positive and
// at least two of x different.
double fitted_exponent(std::span<const double> x, std::span<const double> y);

}  // namespace sinodex
