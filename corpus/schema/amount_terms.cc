// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/amount_terms.h"

#include "corpus/schema/fields.h"

namespace sinodex {
namespace {

constexpr int kLeastExponent = -20;
constexpr int kMostExponent = 79;

}  // namespace

std::string amount_prefix(Unit unit, bool bucket) {
    return std::string(info(Field::amount).prefix)
        .append(unit_name(unit))
        .append(bucket ? "#" : ":");
}

std::string sortable(Decimal value) {
    if (value.mantissa() <= 0) return {};
    const std::string digits = std::to_string(value.mantissa());
    const int exponent = value.exponent() + static_cast<int>(digits.size()) - 1;
    if (exponent < kLeastExponent || exponent > kMostExponent) return {};
    std::string shifted = std::to_string(exponent - kLeastExponent);
    if (shifted.size() < 2) shifted.insert(0, "0");
    return shifted + ":" + digits;
}

std::vector<std::string> index_terms(const Amount& amount) {
    std::vector<std::string> terms;
    const auto add = [&](Decimal value) {
        const std::string key = sortable(value);
        if (key.empty()) return;
        terms.push_back(amount_prefix(amount.unit, false) + key);
        terms.push_back(amount_prefix(amount.unit, true) + key.substr(0, key.find(':') + 2));
    };
    add(amount.low);
    if (amount.high != amount.low) add(amount.high);
    return terms;
}

}  // namespace sinodex
