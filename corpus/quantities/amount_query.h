// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "corpus/quantities/amounts.h"

namespace sinodex {

// The amounts that a query asks for.
struct AmountQuery {
    std::optional<Unit> unit;    // none: any currency or unit
    std::optional<Decimal> low;  // none: from 0
    std::optional<Decimal> high;
    bool low_open = false;  // `low` itself is not asked for
    bool high_open = false;
};

// Reads "usd>1tn", ">=10bn", "$1bn..$50bn", "1bn..50bn", "..5%", "18.2bn yuan", "cny:100亿..200亿".
// A unit by its name (usd, hkd, percent, users) may stand in front, or the units of the text, on
// either end. A single amount is asked for as precisely as it is written: "18.2bn" is 18.15bn up
// to but not including 18.25bn, and so finds 18.228bn. Throws Error (usage). Thread-safe.
AmountQuery parse_amount_query(std::string_view text);

// Whether an amount, or some of a range, is asked for. A yen_or_yuan is both.
bool matches(const AmountQuery& query, const Amount& amount);

}  // namespace sinodex
