// SPDX-License-Identifier: GPL-2.0-or-later

// Periods, their ends, and those that are told of by others.

#include <algorithm>

#include "corpus/quantities/english_date.h"
#include "corpus/quantities/numbers.h"

namespace sinodex::quantities {

bool EnglishDate::is_behind_deadline(std::size_t i) const {
    if (i > 0 && lexemes_[i - 1].is(Keyword::the)) --i;
    if (i == 0 || !lexemes_[i - 1].is(Class::preposition)) return false;
    const int which = lexemes_[i - 1].value();
    return which == static_cast<int>(Preposition::by) ||
           which == static_cast<int>(Preposition::until) ||
           which == static_cast<int>(Preposition::through) ||
           which == static_cast<int>(Preposition::since);
}

EnglishDate::Found EnglishDate::end_of_the(std::size_t i) const {
    const Lexeme& unit = lexemes_[i + 3];
    const bool month = is_unit(i + 3, Unit::months);
    const bool year = is_unit(i + 3, Unit::years);
    const bool one = unit.end - unit.begin == (month ? 5 : 4);
    const Lexeme& next = lexemes_[i + 4];
    const bool of = next.is(Keyword::of) || next.is(Class::number);  // the month of May
    if ((!month && !year) || !one || of || !is_behind_deadline(i)) return std::nullopt;
    return last_day(month ? resolver_.month(0, i + 4) : resolver_.year(0, i + 4));
}

FoundDate EnglishDate::last_day(FoundDate period) {
    if (period.days) period.days->from = period.days->to;
    period.precision = DatePrecision::day;
    return period;
}

EnglishDate::Found EnglishDate::end_of(std::size_t i) const {
    const auto late = narrowed(i + 2, Part::late);
    const bool moment = late && (is_behind_deadline(i) || is_as_of(i) || is_behind_at(i));
    return moment ? Found(last_day(*late)) : late;
}

bool EnglishDate::is_behind_at(std::size_t i) const {
    if (i > 0 && lexemes_[i - 1].is(Keyword::the)) --i;
    return i > 0 && lexemes_[i - 1].is(Keyword::at);
}

bool EnglishDate::is_as_of(std::size_t i) const {
    if (i > 0 && lexemes_[i - 1].is(Keyword::the)) --i;
    if (i == 0) return false;
    const Lexeme& before = lexemes_[i - 1];
    return (before.is(Keyword::of) || before.is(Keyword::at)) && i > 1 &&
           lexemes_[i - 2].is(Keyword::as);
}

EnglishDate::Found EnglishDate::from_year_end(std::size_t i) const {
    const bool hyphen = lexemes_[i + 1].is_symbol('-') && glued(i + 1) && glued(i + 2);
    const bool possessive =
        lexemes_[i + 1].is_symbol('\'') && glued(i + 1) && glued(i + 2);  // year's end
    const std::size_t k = possessive ? i + 3 : hyphen ? i + 2 : i + 1;
    if (!lexemes_[k].is(Keyword::end)) return std::nullopt;
    const auto year = year_number(lexemes_[k + 1]);
    if (!is_behind_deadline(i) && !(hyphen && year)) return std::nullopt;
    if (year) return last_day({year_of(*year), DatePrecision::day, DateKind::absolute, k + 2});
    return last_day(resolver_.year(0, k + 1));
}

int EnglishDate::months_of_period(std::size_t& i) const {
    const bool the = lexemes_[i].is(Keyword::the);
    if (the) ++i;
    int months = 0;
    if (lexemes_[i].is(Class::ordinal)) ++i;
    const bool quarterly = lexemes_[i].is(Class::other) && lexemes_[i].value() == kQuarterly;
    if (quarterly && lexemes_[i + 1].is(Keyword::period) && lexemes_[i + 2].is(Keyword::ended)) {
        i += 2;
        return 3;
    }
    if (day_number(i) > 0 && after_ordinal(i + 1) > i + 1) i += 2;  // 1st
    if (lexemes_[i].is(Class::number) || lexemes_[i].is(Class::cardinal)) {
        const auto number = read_number(lexemes_, i);
        if (!number || !is_unit(number->end, Unit::months)) return 0;
        const bool whole = number->value.exponent() >= 0;
        months = whole ? static_cast<int>(std::min(number->value.to_double(), 99.0)) : 0;
        i = number->end;
    } else if (lexemes_[i].is(Keyword::quarter)) {
        months = 3;
    } else if (lexemes_[i].is(Keyword::half)) {
        months = 6;
    } else {
        if (lexemes_[i].is(Class::other) && !lexemes_[i].han) ++i;  // full year
        if (!is_unit(i, Unit::years)) return 0;
        months = 12;
    }
    const bool many = lexemes_[i].end - lexemes_[i].begin > 5;  // months, quarter
    ++i;
    const bool period = many ? months < 12 : the && is_one(i - 1, Unit::years);
    const bool to = period && lexemes_[i].is(Keyword::to) && is_end_of_period(i + 1);
    return to || lexemes_[i].is(Keyword::ended) ? months : 0;
}

bool EnglishDate::is_end_of_period(std::size_t i) const {
    const bool end = lexemes_[i].is(Keyword::end) && lexemes_[i + 1].is_symbol('-');
    if (end) i += 2;
    const bool month = lexemes_[i].is(Class::month) && lexemes_[i].capital;
    return month || (day_number(i) > 0 && lexemes_[i + 1].is(Class::month));
}

EnglishDate::Found EnglishDate::period_ended(std::size_t i) const {
    const int months = months_of_period(i);
    if (months < 1 || months > 12) return std::nullopt;
    const bool joint = lexemes_[i + 1].is(Keyword::in) || lexemes_[i + 1].is(Class::preposition);
    std::size_t k = joint ? i + 2 : i + 1;
    const bool end = lexemes_[k].is(Keyword::end) && lexemes_[k + 1].is_symbol('-');
    if (end) k += 2;  // end-September
    const bool month = lexemes_[k].is(Class::month);
    auto found = month ? from_month(k) : day_number(k) > 0 ? day_first(k) : std::nullopt;
    if (!found || !found->days) return std::nullopt;
    found->days = months_before(found->days->to, months);
    found->precision = period_precision(months);
    return found;
}

EnglishDate::Found EnglishDate::in_same_month(int day, std::size_t k) const {
    const auto last = resolver_.last();
    if (!last || !is_unit(k, Unit::months)) return std::nullopt;
    const auto date = one_day(day_of(year_in(last->to), month_in(last->to), day));
    if (!date) return std::nullopt;
    return FoundDate{date, DatePrecision::day, DateKind::relative, k + 1};
}

EnglishDate::Found EnglishDate::the_same_period(std::size_t i) const {
    const Lexeme& unit = lexemes_[i + 2];
    const bool period =
        unit.is(Keyword::period) || unit.is(Keyword::quarter) || is_unit(i + 2, Unit::months);
    if (!period) return std::nullopt;
    std::size_t k = i + 3;
    if (lexemes_[k].is(Keyword::of) || lexemes_[k].is(Keyword::in)) ++k;
    auto year = year_number(lexemes_[k]);
    std::size_t end = k + 1;
    const auto last = resolver_.last();
    if (!year && last && lexemes_[k].is(Keyword::last) && is_unit(k + 1, Unit::years)) {
        year = resolver_.year_at(-1);
        end = k + 2;
    }
    const auto days = year ? resolver_.last_in_year(*year) : std::nullopt;
    if (!days) return std::nullopt;
    return FoundDate{days, DatePrecision::span, DateKind::relative, end};
}

EnglishDate::Found EnglishDate::a_year_earlier(std::size_t end) const {
    constexpr std::chrono::days kMonth{27};
    const auto told = resolver_.told_period();
    const auto now = resolver_.year_at(0);
    if (!told || !now || told->to - told->from < kMonth) return std::nullopt;
    const int latest = std::min(*now, year_in(told->to));
    if (*told == year_of(latest))
        return FoundDate{year_of(latest - 1), DatePrecision::year, DateKind::relative, end, false};
    for (int year = latest; year >= latest - 1; --year) {
        const auto days = resolver_.last_in_year(year);
        if (!days || !resolver_.is_over(*days)) continue;
        const auto earlier = resolver_.last_in_year(year - 1);
        if (!earlier) return std::nullopt;
        return FoundDate{earlier, DatePrecision::span, DateKind::relative, end, false};
    }
    return std::nullopt;
}

EnglishDate::Found EnglishDate::first_months(std::size_t i) const {
    const bool counted = lexemes_[i].is(Class::cardinal) || lexemes_[i].is(Class::number);
    const int months = lexemes_[i].is(Class::cardinal) ? lexemes_[i].value() : day_number(i);
    if (!counted || months < 2 || months > 11) return std::nullopt;
    const std::size_t k = lexemes_[i + 2].is(Keyword::of) ? i + 3 : i + 2;
    auto year = year_number(lexemes_[k]);
    std::size_t end = k + 1;
    const bool last = lexemes_[k].is(Keyword::last);
    if (!year && (last || lexemes_[k].is(Keyword::word_this) || lexemes_[k].is(Keyword::the)) &&
        is_unit(k + 1, Unit::years)) {
        year = resolver_.year_at(last ? -1 : 0);
        end = k + 2;
    }
    if (!year && k > i + 2) return std::nullopt;  // the first two months of the deal
    FoundDate found = resolver_.named_month(months, 0, i + 2);
    if (year) found = {month_of(*year, months), DatePrecision::span, DateKind::absolute, end};
    found.precision = DatePrecision::span;
    if (found.days) found.days->from = year_of(year_in(found.days->from)).from;
    return found;
}

EnglishDate::Found EnglishDate::quarter_near(std::size_t i, int which) const {
    constexpr std::uint32_t kLast = 4;
    constexpr std::chrono::days kLongest{100};
    const auto told = resolver_.last_period();
    const std::size_t of = lexemes_[i + 2].is(Keyword::of) ? i + 3 : i + 2;
    if (which < 0 && year_number(lexemes_[of])) return in_year_of(of, 4, true);  // last of 2023
    const bool previous =
        lexemes_[i].is(Keyword::last) && lexemes_[i].end - lexemes_[i].begin > kLast && told &&
        told->to - told->from < kLongest && month_in(told->to) % 3 == 0 &&
        month_in(told->from) == month_in(told->to) - 2 && resolver_.is_over(*told);
    if (!previous) return resolver_.near_quarter(which, i + 2);
    // Behind "up from 2Q24" the quarter reported is that of a year later.
    const DayRange later = quarter_of(year_in(told->to) + 1, month_in(told->to) / 3);
    const bool compared = resolver_.is_over(later) &&
                          resolver_.is_to_come({later.to + kLongest, later.to + kLongest});
    const Day before = (compared ? later : *told).from - std::chrono::days(1);
    return FoundDate{quarter_of(year_in(before), month_in(before) / 3), DatePrecision::quarter,
                     DateKind::relative, i + 2};
}

EnglishDate::Found EnglishDate::near_season(std::size_t i, int which) const {
    const auto now = resolver_.year_at(0);
    if (!now) return std::nullopt;
    std::optional<DayRange> found;
    constexpr int kWinter = 4;
    const int season_value = lexemes_[i].value();
    const bool begun = season_value == kWinter && !resolver_.is_over(month_of(*now, 2));
    for (int year = *now - 2; year <= *now + 1; ++year) {
        const DayRange season = season_of(year, season_value);
        if (which < 0 && resolver_.is_over(season)) found = season;
        if (which == 0 && year == (begun ? *now - 1 : *now)) found = season;
        if (which > 0 && !found && resolver_.is_to_come(season)) found = season;
    }
    if (!found) return std::nullopt;
    return FoundDate{found, DatePrecision::span, DateKind::relative, i + 1};
}

}  // namespace sinodex::quantities
