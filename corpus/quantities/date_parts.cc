// SPDX-License-Identifier: GPL-2.0-or-later

// Parts of years and months, periods by their last day, and days by their numbers.

#include "corpus/quantities/date_grammar.h"

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
    const bool part = next.begin == lexemes[i + 2].end &&
                      (next.is_symbol('/') || next.is_symbol('-') || decimal ||
                       next.is(Class::percent) || (next.is(Class::other) && !next.han));
    const bool led = i > 0 && glued(i) && !lexemes[i - 1].is_symbol('(') &&
                     !lexemes[i - 1].is_symbol(',') && !lexemes[i - 1].han &&
                     !lexemes[i - 1].is(Class::line) && !lexemes[i - 1].is_symbol('\t');
    const bool share = next.is(Keyword::of) || next.is(Keyword::above) ||
                       next.is(Keyword::han_of) || next.is(Class::noun) ||
                       next.is(Class::counter) || next.is(Class::scale);
    if (month < 1 || month > 12 || day < 1 || day > 31 || part || led || share) return {};
    return SlashedDay{month, day};
}

}  // namespace sinodex::quantities
