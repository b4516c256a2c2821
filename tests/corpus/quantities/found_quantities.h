// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/quantities/dates.h"

namespace sinodex {

// "about 5e9 cny, 3e0..5e0 percent": each amount of a text with its hedge.
std::string found_amounts(std::string_view text);

// "a 2023-07-12 day, r 2023-08-11 day": each date with a letter for its kind, and its precision.
std::string found_dates(std::string_view text, std::optional<Day> published);

}  // namespace sinodex
