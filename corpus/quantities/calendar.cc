// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/calendar.h"

#include <cstdio>

namespace sinodex {
namespace {

using std::chrono::year_month_day;

DayRange months(int year, int first, int count) {
    const year_month_day begin{std::chrono::year(year),
                               std::chrono::month(static_cast<unsigned>(first)),
                               std::chrono::day(1)};
    return {Day(begin), Day(begin + std::chrono::months(count)) - std::chrono::days(1)};
}

// Takes `digits` digits off the front; -1 when there are not so many.
int take_number(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return -1;
    int value = 0;
    for (const char c : text.substr(0, digits)) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(digits);
    return value;
}

void take_separator(std::string_view& text) {
    if (!text.empty() && (text.front() == '-' || text.front() == '/')) text.remove_prefix(1);
}

}  // namespace

std::optional<Day> day_of(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1) return std::nullopt;
    const year_month_day date{std::chrono::year(year),
                              std::chrono::month(static_cast<unsigned>(month)),
                              std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    return Day(date);
}

DayRange month_of(int year, int month) { return months(year, month, 1); }
DayRange quarter_of(int year, int quarter) { return months(year, quarter * 3 - 2, 3); }
DayRange half_of(int year, int half) { return months(year, half * 6 - 5, 6); }
DayRange season_of(int year, int season) { return months(year, season * 3, 3); }
DayRange year_of(int year) { return months(year, 1, 12); }

DayRange week_of(Day day) {
    const std::chrono::weekday weekday(day);
    const Day monday = day - (weekday - std::chrono::Monday);
    return {monday, monday + std::chrono::days(6)};
}

int year_in(Day day) { return static_cast<int>(year_month_day(day).year()); }
int month_in(Day day) {
    return static_cast<int>(static_cast<unsigned>(year_month_day(day).month()));
}

std::string day_text(Day day) {
    const year_month_day date(day);
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

std::optional<DayRange> days_of(std::string_view date) {
    const int year = take_number(date, 4);
    if (year < 0) return std::nullopt;
    if (date.empty()) return year_of(year);
    take_separator(date);
    const int month = take_number(date, 2);
    if (month < 1 || month > 12) return std::nullopt;
    if (date.empty()) return month_of(year, month);
    take_separator(date);
    const auto day = day_of(year, month, take_number(date, 2));
    if (!day || !date.empty()) return std::nullopt;
    return DayRange{*day, *day};
}

}  // namespace sinodex
