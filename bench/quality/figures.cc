// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/figures.h"

#include <array>
#include <cstdio>

namespace sinodex {
namespace {

constexpr double kLeastShown = 0.0001;

}  // namespace

std::string fixed(double value, int digits) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    const std::string shown = text.data();
    const bool zero = shown.find_first_not_of("-0.") == std::string::npos;
    return zero && shown.front() == '-' ? shown.substr(1) : shown;
}

std::string signed_fixed(double value, int digits) {
    const std::string text = fixed(value, digits);
    const bool zero = text.find_first_not_of("0.") == std::string::npos;
    return zero || text.front() == '-' ? text : "+" + text;
}

std::string probability(double p) {
    return p < kLeastShown ? "<" + fixed(kLeastShown, 4) : fixed(p, 4);
}

}  // namespace sinodex
