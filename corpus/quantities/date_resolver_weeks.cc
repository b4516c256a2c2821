// SPDX-License-Identifier: GPL-2.0-or-later

// Weeks and weekdays.

#include "corpus/quantities/date_grammar.h"

namespace sinodex::quantities {

std::optional<FoundDate> Resolver::week_before_last(std::size_t end) const {
    constexpr std::size_t kFarthest = 80;
    if (!last_day_ || begin_ - last_end_ > kFarthest) return std::nullopt;
    return made(week_of(*last_day_ - kWeek), DatePrecision::week, end);
}

FoundDate Resolver::week(int distance, std::size_t end) const {
    if (!published_) return unresolved(DatePrecision::week, end);
    return made(week_of(*published_ + std::chrono::days(7 * distance)), DatePrecision::week, end);
}

FoundDate Resolver::weekday(int weekday, int which, std::size_t end) const {
    if (!published_) return unresolved(DatePrecision::day, end);
    const std::chrono::weekday wanted(static_cast<unsigned>(weekday));
    const auto back = std::chrono::weekday(*published_) - wanted;
    Day day = *published_ - back;
    if (which < 0 && back.count() == 0) day -= kWeek;
    if (which > 0) day += kWeek;
    if (which == 0 && back.count() > 0) {
        const Direction said = direction();
        const bool nearer = 2 * back > kWeek;
        if (said == Direction::ahead || (said == Direction::nearest && nearer)) day += kWeek;
    }
    return made({day, day}, DatePrecision::day, end);
}

FoundDate Resolver::weekday_after_entry(int weekday, std::size_t end) const {
    constexpr std::chrono::days kRecent{40};
    if (!listed_ || !published_ || *listed_ + kRecent < *published_)
        return this->weekday(weekday, 0, end);
    const std::chrono::weekday wanted(static_cast<unsigned>(weekday));
    const Day day = *listed_ + (wanted - std::chrono::weekday(*listed_));
    return made({day, day}, DatePrecision::day, end);
}

FoundDate Resolver::weekday_of_week(int weekday, int distance, std::size_t end) const {
    FoundDate found = week(distance, end);
    found.precision = DatePrecision::day;
    if (!found.days) return found;
    const Day day = found.days->from + std::chrono::days(weekday - 1);
    found.days = DayRange{day, day};
    return found;
}

FoundDate Resolver::weekend_of_week(int distance, std::size_t end) const {
    FoundDate found = weekday_of_week(6, distance, end);
    found.precision = DatePrecision::span;
    if (found.days) found.days->to += std::chrono::days(1);
    return found;
}

FoundDate Resolver::weekend(std::size_t end) const {
    if (!published_) return unresolved(DatePrecision::span, end);
    const auto since = std::chrono::weekday(*published_) - std::chrono::Saturday;
    const Direction said = direction();
    const bool running = since < std::chrono::days(2);
    const bool over = said == Direction::past || (said != Direction::ahead && 2 * since < kWeek);
    return weekend_of_week(over && !running ? -1 : 0, end);
}

FoundDate Resolver::weekday_and_day(int weekday, int day, std::size_t end) const {
    if (!published_) return unresolved(DatePrecision::day, end);
    const std::chrono::weekday wanted(static_cast<unsigned>(weekday));
    for (const int distance : {0, -1, 1, -2, 2}) {
        const Day first = month_after(*published_, distance).from;
        const auto date = day_of(year_in(first), month_in(first), day);
        if (date && std::chrono::weekday(*date) == wanted)
            return made({*date, *date}, DatePrecision::day, end);
    }
    return unresolved(DatePrecision::day, end);
}

std::optional<FoundDate> weekday_in(const FoundDate& month, int nth, int weekday, std::size_t end) {
    FoundDate found{std::nullopt, DatePrecision::day, month.kind, end};
    if (!month.days) return found;
    const std::chrono::weekday wanted(static_cast<unsigned>(weekday));
    const Day first = month.days->from + (wanted - std::chrono::weekday(month.days->from));
    const Day day = first + std::chrono::days(7 * (nth - 1));
    if (day > month.days->to) return std::nullopt;
    found.days = DayRange{day, day};
    return found;
}

}  // namespace sinodex::quantities
