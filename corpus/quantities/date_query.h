// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "corpus/quantities/calendar.h"

namespace sinodex {

// The days that a query asks for; an end that is missing is open.
struct DateQuery {
    std::optional<Day> from;
    std::optional<Day> to;
};

// Reads 2021, 2021-04, 2021-04-10 (also with / or nothing between), 2021-08..2022-03, ..2022,
// 2021.., >2021 (from 2022 on), >=2021, <2021, <=2021-06. Throws Error (usage). Thread-safe.
DateQuery parse_date_query(std::string_view text);

}  // namespace sinodex
