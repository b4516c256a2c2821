// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/date_grammar.h"

namespace sinodex::quantities {
namespace {

constexpr std::chrono::days kFar{270};  // what is to come is rather not so far away
constexpr std::chrono::days kSoon{90};  // a date so near is rather to come than eleven months past

DayRange month_after(Day day, int distance) {
    const int index = year_in(day) * 12 + month_in(day) - 1 + distance;
    return month_of(index / 12, index % 12 + 1);
}

}  // namespace

FoundDate Resolver::made(DayRange days, DatePrecision precision, std::size_t end) const {
    return {days, precision, DateKind::relative, end};
}

FoundDate Resolver::unresolved(DatePrecision precision, std::size_t end) {
    return {std::nullopt, precision, DateKind::unresolved, end};
}

std::optional<int> Resolver::year_at(int distance) const {
    if (!published_) return std::nullopt;
    return year_in(*published_) + distance;
}

std::optional<Day> Resolver::likelier(DayRange either) const {
    if (!published_) return std::nullopt;
    if (either.to <= *published_ && either.to + std::chrono::days(7) > *published_)
        return either.to;
    if (either.from <= *published_ && either.to > *published_) return either.from;
    return std::nullopt;
}

FoundDate Resolver::year(int distance, std::size_t end) const {
    if (!published_) return unresolved(DatePrecision::year, end);
    return made(year_of(year_in(*published_) + distance), DatePrecision::year, end);
}

FoundDate Resolver::month(int distance, std::size_t end) const {
    if (!published_) return unresolved(DatePrecision::month, end);
    return made(month_after(*published_, distance), DatePrecision::month, end);
}

FoundDate Resolver::week(int distance, std::size_t end) const {
    if (!published_) return unresolved(DatePrecision::week, end);
    return made(week_of(*published_ + std::chrono::days(7 * distance)), DatePrecision::week, end);
}

FoundDate Resolver::day(int distance, std::size_t end) const {
    if (!published_) return unresolved(DatePrecision::day, end);
    const Day day = *published_ + std::chrono::days(distance);
    return made({day, day}, DatePrecision::day, end);
}

FoundDate Resolver::weekday(int weekday, int which, std::size_t end) const {
    if (!published_) return unresolved(DatePrecision::day, end);
    const std::chrono::weekday wanted(static_cast<unsigned>(weekday));
    const auto back = std::chrono::weekday(*published_) - wanted;
    Day day = *published_ - back;
    if (which < 0 && back.count() == 0) day -= std::chrono::days(7);
    const bool to_come = which == 0 && ahead_ && day < *published_;
    if (which > 0 || to_come) day += std::chrono::days(7);
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

template <typename InYear>
std::optional<DayRange> Resolver::after_entry(const InYear& in_year) const {
    if (!entry_) return std::nullopt;
    for (int year = year_in(*entry_); year <= year_in(*entry_) + 1; ++year) {
        const std::optional<DayRange> days = in_year(year);
        const bool past = days && (!published_ || days->from <= *published_);
        if (past && days->to >= *entry_) return days;
    }
    return std::nullopt;
}

FoundDate Resolver::month_and_day(int month, int day, std::size_t end) const {
    const auto next = after_entry([&](int year) {
        const auto date = day_of(year, month, day);
        return date ? std::optional(DayRange{*date, *date}) : std::nullopt;
    });
    if (next) return made(*next, DatePrecision::day, end);
    if (const auto coming = day_to_come(month, day)) return made(*coming, DatePrecision::day, end);
    if (!published_ && !year_) return unresolved(DatePrecision::day, end);
    const int first = year_ ? *year_ : year_in(*published_ + kSoon);
    for (int year = first; year > first - 5; --year) {  // 29 February
        const auto date = day_of(year, month, day);
        const bool past = date && (year_ || *date <= *published_ + kSoon);
        if (past) return made({*date, *date}, DatePrecision::day, end);
    }
    return unresolved(DatePrecision::day, end);
}

std::optional<DayRange> Resolver::day_to_come(int month, int day) const {
    if (!ahead_ || !published_ || year_) return std::nullopt;
    const int year = year_in(*published_);
    for (const int one : {year, year + 1}) {
        const auto date = day_of(one, month, day);
        const bool far = date && *date > *published_ + kFar;
        if (date && *date >= *published_ && !far) return DayRange{*date, *date};
    }
    return std::nullopt;
}

FoundDate Resolver::named_month(int month, int which, std::size_t end) const {
    const auto next_entry =
        after_entry([month](int year) { return std::optional(month_of(year, month)); });
    if (next_entry && which == 0) return made(*next_entry, DatePrecision::month, end);
    if (year_ && which == 0) return made(month_of(*year_, month), DatePrecision::month, end);
    if (!published_) return unresolved(DatePrecision::month, end);
    const int year = year_in(*published_);
    const int now = month_in(*published_);
    DayRange days = month_of(year, month);
    const DayRange coming = month_of(month < now ? year + 1 : year, month);
    if (which == 0 && ahead_ && coming.from <= *published_ + kFar)
        return made(coming, DatePrecision::month, end);
    if (which < 0 && month >= now) days = month_of(year - 1, month);
    if (which > 0 && month <= now) days = month_of(year + 1, month);
    if (which == 0 && days.from > *published_ + kSoon) days = month_of(year - 1, month);
    const DayRange next = month_of(year + 1, month);
    if (which == 0 && next.from <= *published_ + kSoon) days = next;
    return made(days, DatePrecision::month, end);
}

FoundDate Resolver::day_of_month(int day, std::size_t end) const {
    if (!published_) return unresolved(DatePrecision::day, end);
    for (int distance = ahead_ ? 1 : 0; distance > -3; --distance) {
        const Day first = month_after(*published_, distance).from;
        const auto date = day_of(year_in(first), month_in(first), day);
        const bool past = date && *date <= *published_ + std::chrono::days(1);
        const bool to_come =
            date && ahead_ && *date >= *published_ && *date <= *published_ + std::chrono::days(31);
        if (past || to_come) {
            return made({*date, *date}, DatePrecision::day, end);
        }
    }
    return unresolved(DatePrecision::day, end);
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

FoundDate Resolver::quarter(int quarter, std::size_t end) const {
    if (year_) return made(quarter_of(*year_, quarter), DatePrecision::quarter, end);
    if (!published_) return unresolved(DatePrecision::quarter, end);
    const int year = year_in(*published_);
    const bool begun = quarter_of(year, quarter).from <= *published_ + kSoon;
    if (ahead_ && quarter_of(year, quarter).to >= *published_)
        return made(quarter_of(year, quarter), DatePrecision::quarter, end);
    return made(quarter_of(begun ? year : year - 1, quarter), DatePrecision::quarter, end);
}

FoundDate Resolver::half(int half, std::size_t end) const {
    if (!published_ && !year_) return unresolved(DatePrecision::half, end);
    return made(half_of(year_ ? *year_ : year_in(*published_), half), DatePrecision::half, end);
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
