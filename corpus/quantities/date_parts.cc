// SPDX-License-Identifier: GPL-2.0-or-later

// Parts of years and months, periods by their last day, days by their numbers, lists of weekdays.

#include "corpus/quantities/date_grammar.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {

// The parts of a year are four months each. A month's last third is what its two others, of ten
// days, leave.
DayRange part_of(DayRange days, Part part) {
    const auto third = (days.to - days.from + std::chrono::days(1)) / 3;
    if (third > std::chrono::days(120)) {
        const int year = year_in(days.from);
        const int first = 1 + 4 * static_cast<int>(part);
        return {month_of(year, first).from, month_of(year, first + 3).to};
    }
    const bool month = third < std::chrono::days(11);
    constexpr std::chrono::days kTen{10};
    if (month && part == Part::late) return {days.from + 2 * kTen, days.to};
    if (month && part == Part::middle)
        return {days.from + kTen, days.from + 2 * kTen - std::chrono::days(1)};
    if (month) return {days.from, days.from + kTen - std::chrono::days(1)};
    if (part == Part::early) return {days.from, days.from + third - std::chrono::days(1)};
    if (part == Part::late) return {days.to - third + std::chrono::days(1), days.to};
    return {days.from + third, days.to - third};
}

DayRange month_after(Day day, int distance) {
    const int index = year_in(day) * 12 + month_in(day) - 1 + distance;
    return month_of(index / 12, index % 12 + 1);
}

DayRange months_before(Day last, int months) {
    const DayRange month = month_of(year_in(last), month_in(last));
    constexpr int kWeeksOfQuarter = 13;
    if (last != month.to && months % 3 == 0)  // quarters of thirteen weeks
        return {last - std::chrono::days(7 * kWeeksOfQuarter * months / 3 - 1), last};
    const int first = year_in(last) * 12 + month_in(last) - months;
    return {month_of(first / 12, first % 12 + 1).from, last};
}

DatePrecision period_precision(int months) {
    switch (months) {
        case 3:
            return DatePrecision::quarter;
        case 6:
            return DatePrecision::half;
        case 12:
            return DatePrecision::year;
        default:
            return DatePrecision::span;
    }
}

std::optional<SlashedDay> slashed_day_at(const std::vector<Lexeme>& lexemes, std::size_t i) {
    const auto few = [&](std::size_t k) {
        const bool brief = lexemes[k].digits == 1 || lexemes[k].digits == 2;
        return brief ? lexemes[k].small_number() : -1;
    };
    const auto glued = [&](std::size_t k) { return lexemes[k - 1].end == lexemes[k].begin; };
    if (!lexemes[i + 1].is_symbol('/') || !glued(i + 1) || !glued(i + 2)) return std::nullopt;
    const int month = few(i);
    const int day = few(i + 2);
    const Lexeme& next = lexemes[i + 3];
    const bool decimal =
        next.is_symbol('.') && lexemes[i + 4].begin == next.end && lexemes[i + 4].is(Class::number);
    const bool goes_on = next.is_symbol('-') && lexemes[i + 5].is_symbol('/') && glued(i + 4);
    const bool ends = i > 3 && lexemes[i - 1].is_symbol('-') && lexemes[i - 3].is_symbol('/');
    const bool part = next.begin == lexemes[i + 2].end &&
                      (next.is_symbol('/') || (next.is_symbol('-') && !goes_on) || decimal ||
                       next.is(Class::percent) || (next.is(Class::other) && !next.han));
    const bool led = i > 0 && glued(i) && !ends && !lexemes[i - 1].is_symbol('(') &&
                     !lexemes[i - 1].is_symbol(',') && !lexemes[i - 1].han &&
                     !lexemes[i - 1].is(Class::line) && !lexemes[i - 1].is_symbol('\t');
    const bool share = next.is(Keyword::of) || next.is(Class::percent) || next.is(Keyword::above) ||
                       next.is(Keyword::han_of) || next.is(Class::noun) ||
                       next.is(Class::counter) || next.is(Class::scale) ||
                       (next.is(Class::other) && next.value() == kNumberedThing);  // 1/16决赛
    if (month < 1 || month > 12 || day < 1 || day > 31 || part || led || share) return {};
    return SlashedDay{month, day};
}

std::optional<int> year_number(const Lexeme& lexeme) {
    const int number = lexeme.digits == 4 ? lexeme.small_number() : -1;
    if (number < 1900 || number > 2099) return std::nullopt;
    return number;
}

bool is_weekday_list(const std::vector<Lexeme>& lexemes, std::size_t i) {
    constexpr std::size_t kFewest = 3;
    const auto joins = [&](std::size_t k) {
        const Lexeme& one = lexemes[k];
        return one.is_symbol(',') || one.is_symbol(kEnumerationComma) ||
               one.is(Keyword::word_and) || one.is(Keyword::word_or) ||
               (one.han && one.end - one.begin == 3);
    };
    std::size_t first = i;
    while (first > 1 && joins(first - 1)) {
        const std::size_t back = lexemes[first - 2].is(Class::weekday) ? 2U : 3U;
        if (back > first || !lexemes[first - back].is(Class::weekday)) break;
        first -= back;
    }
    std::size_t count = 1;
    bool ends_with_holidays = false;  // 周六、周日及法定节假日
    for (std::size_t k = first; count < kFewest && joins(k + 1); ++count) {
        ends_with_holidays = lexemes[k + 2].is(Keyword::holidays);
        k += lexemes[k + 2].is(Class::weekday) ? 2U : 3U;
        if (k >= lexemes.size() || !lexemes[k].is(Class::weekday)) break;
    }
    return count >= kFewest || (count + 1 == kFewest && ends_with_holidays);
}

FoundDate time_ago(const Resolver& resolver, int unit, int count, std::size_t end) {
    switch (static_cast<Unit>(unit)) {
        case Unit::weeks:
            return resolver.day(-7 * count, end);
        case Unit::months:
            return resolver.month(-count, end);
        case Unit::years:
            return resolver.year(-count, end);
        default:
            return resolver.day(-count, end);
    }
}

}  // namespace sinodex::quantities
