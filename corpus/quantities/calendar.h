// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace sinodex {

using Day = std::chrono::sys_days;

// Both days belong to it.
struct DayRange {
    Day from;
    Day to;
    bool operator==(const DayRange&) const = default;
};

// Nothing for days that do not exist.
std::optional<Day> day_of(int year, int month, int day);
// Month 1 to 12, quarter 1 to 4, half 1 or 2.
DayRange month_of(int year, int month);
DayRange quarter_of(int year, int quarter);
DayRange half_of(int year, int half);
DayRange year_of(int year);
// Season 1 (March to May) to 4 (December to February of the next year).
DayRange season_of(int year, int season);
// Monday to Sunday.
DayRange week_of(Day day);
int year_in(Day day);
int month_in(Day day);

// YYYY-MM-DD.
std::string day_text(Day day);
// Returns the days that YYYY, YYYY-MM or YYYY-MM-DD (also with / or nothing between) stands for.
std::optional<DayRange> days_of(std::string_view date);

}  // namespace sinodex
