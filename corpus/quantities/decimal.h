// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace sinodex {

// mantissa * 10^exponent, exactly. Normalised: the mantissa of a value other than 0 does not end in
// 0, so two notations of a value are equal member by member (182.28亿 and 18.228 billion).
class Decimal {
 public:
    Decimal() = default;
    Decimal(std::int64_t mantissa, int exponent);

    std::int64_t mantissa() const { return mantissa_; }
    int exponent() const { return exponent_; }
    bool is_zero() const { return mantissa_ == 0; }
    double to_double() const;

    // Nothing when the digits do not fit into 63 bits.
    std::optional<Decimal> plus(Decimal other) const;
    Decimal scaled(int power) const { return {mantissa_, exponent_ + power}; }
    // As d.ddde±x: "2.8e9", "5e0".
    std::string text() const;

    bool operator==(const Decimal&) const = default;
    bool operator<(const Decimal& other) const;

 private:
    std::int64_t mantissa_ = 0;
    int exponent_ = 0;
};

}  // namespace sinodex
