// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/decimal.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace sinodex {

Decimal::Decimal(std::int64_t mantissa, int exponent) : mantissa_(mantissa), exponent_(exponent) {
    while (mantissa_ != 0 && mantissa_ % 10 == 0) {
        mantissa_ /= 10;
        ++exponent_;
    }
    if (mantissa_ == 0) exponent_ = 0;
}

double Decimal::to_double() const {
    constexpr int kExact = 27;  // 5 to that power has no more bits than a mantissa
    const int places = std::abs(exponent_);
    long double power = 1;
    for (int i = 0; i < std::min(places, kExact); ++i) power *= 10;
    if (places > kExact) power = std::pow(10.0L, static_cast<long double>(places));
    const auto mantissa = static_cast<long double>(mantissa_);
    return static_cast<double>(exponent_ < 0 ? mantissa / power : mantissa * power);
}

std::optional<Decimal> Decimal::plus(Decimal other) const {
    if (is_zero()) return other;
    if (other.is_zero()) return *this;
    if (exponent_ < other.exponent_) return other.plus(*this);
    std::int64_t mantissa = mantissa_;
    for (int i = exponent_; i > other.exponent_; --i) {
        if (__builtin_mul_overflow(mantissa, std::int64_t{10}, &mantissa)) return std::nullopt;
    }
    if (__builtin_add_overflow(mantissa, other.mantissa_, &mantissa)) return std::nullopt;
    return Decimal{mantissa, other.exponent_};
}

std::string Decimal::text() const {
    std::string digits = std::to_string(std::abs(mantissa_));
    const int exponent = exponent_ + static_cast<int>(digits.size()) - 1;
    if (digits.size() > 1) digits.insert(1, ".");
    return (mantissa_ < 0 ? "-" : "") + digits + "e" + std::to_string(exponent);
}

bool Decimal::operator<(const Decimal& other) const {
    if (*this == other) return false;
    const auto difference = plus({-other.mantissa_, other.exponent_});
    return difference ? difference->mantissa_ < 0 : to_double() < other.to_double();
}

}  // namespace sinodex
