// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/units.h"

#include <array>

namespace sinodex {

std::string_view unit_name(Unit unit) {
    static constexpr std::array<std::string_view, kUnits> kNames = {
        "usd",          "cny",         "hkd",       "eur",
        "jpy",          "gbp",         "twd",       "sgd",
        "aud",          "cad",         "krw",       "inr",
        "chf",          "yen_or_yuan", "percent",   "percentage_points",
        "basis_points", "seconds",     "minutes",   "hours",
        "days",         "weeks",       "months",    "years",
        "users",        "people",      "jobs",      "shares",
        "stores",       "apps",        "companies", "deals",
        "count"};
    return kNames.at(static_cast<std::size_t>(unit));
}

}  // namespace sinodex
