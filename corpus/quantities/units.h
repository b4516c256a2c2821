// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sinodex {

enum class Unit : std::uint8_t {
    // Currencies. yen_or_yuan is a ¥ that nothing tells apart.
    usd,
    cny,
    hkd,
    eur,
    jpy,
    gbp,
    twd,
    sgd,
    aud,
    cad,
    krw,
    inr,
    chf,
    yen_or_yuan,
    // Parts of a whole; fractions (a third) are percent, too.
    percent,
    percentage_points,
    basis_points,
    // Time.
    seconds,
    minutes,
    hours,
    days,
    weeks,
    months,
    years,
    // These are counted. `count` is a number without a noun that we know.
    users,
    people,
    jobs,
    shares,
    stores,
    apps,
    companies,
    deals,
    count,
};
inline constexpr int kUnits = static_cast<int>(Unit::count) + 1;

constexpr bool is_currency(Unit unit) { return unit <= Unit::yen_or_yuan; }
constexpr bool is_time(Unit unit) { return unit >= Unit::seconds && unit <= Unit::years; }
constexpr bool is_count(Unit unit) { return unit >= Unit::users; }

// Whether an amount in one unit may answer for one in the other: the same unit, or ¥ for yuan or
// yen either way. Yuan never answer for yen.
constexpr bool may_be_same(Unit a, Unit b) {
    const auto is_yen_or_yuan = [](Unit unit) {
        return unit == Unit::cny || unit == Unit::jpy || unit == Unit::yen_or_yuan;
    };
    if (a == b) return true;
    return (a == Unit::yen_or_yuan || b == Unit::yen_or_yuan) && is_yen_or_yuan(a) &&
           is_yen_or_yuan(b);
}

// "usd", "percentage_points", ...: as the enumerator is called.
std::string_view unit_name(Unit unit);

}  // namespace sinodex
