// SPDX-License-Identifier: GPL-2.0-or-later

// Chinese dates that are told of by others, or by the day of publication, and quarters.

#include <algorithm>

#include "corpus/quantities/chinese_date.h"
#include "corpus/quantities/numbers.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {

ChineseDate::Found ChineseDate::from_keyword(std::size_t i) {
    switch (static_cast<Keyword>(lexemes_[i].value())) {
        case Keyword::same_year:
        case Keyword::that_year:
            return in_told_year(i, 0);
        case Keyword::year_after:
            return in_told_year(i, 1);
        case Keyword::same_month:
            return in_told_month(i, 0);
        case Keyword::month_after:
            return in_told_month(i, 1);
        case Keyword::next_day:
            return resolver_.day_after_last(1, i + 1);
        case Keyword::day_after_next:
        case Keyword::year_after_next:
            return after_next(i);
        case Keyword::year_sign:
            return within_year(i);
        case Keyword::han_first:
            return first_quarters(i);
        case Keyword::quarter_before:
            return quarter_before(i);
        case Keyword::quarter_this:
            return resolver_.near_quarter(0, i + 1);
        case Keyword::quarter_next:
            return resolver_.near_quarter(1, i + 1);
        case Keyword::ago_sign:
            if (const auto end = bracketed_day(i + 1)) return resolver_.day(-2, *end);  // 前(10)日
            return first_quarters(i);
        case Keyword::republic:
            return year_of_republic(i);
        case Keyword::han_half:
            return half_ago(i);
        default:
            return quarter(i);
    }
}

bool ChineseDate::stands_apart(std::size_t i) const {
    if (i == 0 || lexemes_[i - 1].end != lexemes_[i].begin) return true;
    const Lexeme& before = lexemes_[i - 1];
    return before.is(Class::symbol) || before.is(Class::line) || before.is(Class::relative) ||
           before.is(Class::keyword) || before.is(Class::qualifier);
}

ChineseDate::Found ChineseDate::after_next(std::size_t i) {
    if (!stands_apart(i)) return std::nullopt;
    if (lexemes_[i].is(Keyword::day_after_next)) return resolver_.day(2, i + 1);
    const auto year = resolver_.year_at(2);
    auto found = in_year(year.value_or(2000), i + 1);
    if (!found) return std::nullopt;
    found->kind = year ? DateKind::relative : DateKind::unresolved;
    if (!year) found->days.reset();
    return found;
}

ChineseDate::Found ChineseDate::within_year(std::size_t i) const {
    constexpr std::uint32_t kOneCharacter = 3;
    const bool one = lexemes_[i].end - lexemes_[i].begin == kOneCharacter;
    const Lexeme& next = lexemes_[i + 1];
    const bool within = next.is(Keyword::within) && next.end - next.begin == kOneCharacter;
    const Lexeme before = i > 0 ? lexemes_[i - 1] : Lexeme();
    const bool name = before.is(Class::other) && before.value() == 0 && before.han;
    if (!one || !within || !(stands_apart(i) || name || before.is(Class::noun))) return {};
    const bool counted = before.is(Class::number) || before.is(Keyword::more) ||
                         before.is(Keyword::han_half) || before.is(Keyword::han_about) ||
                         before.is_symbol('-') || before.is(Keyword::prefix_ordinal);
    return counted ? Found() : Found(resolver_.year(0, i + 2));
}

ChineseDate::Found ChineseDate::in_brackets(std::size_t i) {
    constexpr int kYearBefore = 1911;  // of the Republic
    const bool brackets = i > 1 && lexemes_[i - 1].is_symbol('(') && lexemes_[i + 1].is_symbol(')');
    const auto now = resolver_.year_at(0);
    if (!brackets || !now || !lexemes_[i - 2].han || lexemes_[i - 2].end != lexemes_[i - 1].begin)
        return std::nullopt;
    const int number = lexemes_[i].small_number();
    if (lexemes_[i + 2].is(Keyword::year_sign)) {
        const auto whole = year_number(lexemes_[i]);
        const int year = whole.value_or(kYearBefore + number);
        const bool near = number > 0 && year >= *now - 2 && year <= *now + 2;
        auto found = near ? in_year(year, i + 3) : std::nullopt;
        if (found) found->kind = DateKind::relative;
        return found;
    }
    if (!lexemes_[i + 2].is(Keyword::month_sign)) return std::nullopt;
    for (const int distance : {0, -1, 1}) {
        const FoundDate month = resolver_.month(distance, i + 3);
        if (month_in(month.days->from) == number) return with_day(month);
    }
    return std::nullopt;
}

ChineseDate::Found ChineseDate::in_told_year(std::size_t i, int distance) {
    const auto last = resolver_.last();
    auto found = last ? in_year(year_in(last->to) + distance, i + 1) : std::nullopt;
    if (!found) return std::nullopt;
    if (lexemes_[i].is(Keyword::that_year) && found->end == i + 1) return std::nullopt;
    found->kind = DateKind::relative;
    return found;
}

ChineseDate::Found ChineseDate::in_told_month(std::size_t i, int distance) const {
    auto month = resolver_.after_last(static_cast<int>(Unit::months), distance, i + 1);
    if (!month) return std::nullopt;
    auto found = with_day(*month);
    const bool bare = found && found->end == i + 1;
    return bare && lexemes_[i].is(Keyword::same_month) ? std::nullopt : found;
}

ChineseDate::Found ChineseDate::half_ago(std::size_t i) const {
    constexpr int kMonths = 6;
    const bool year = lexemes_[i + 1].is(Keyword::year_sign) && lexemes_[i].han;
    if (!year || !lexemes_[i + 2].is(Keyword::ago_sign)) return std::nullopt;
    if (i > 0 && lexemes_[i - 1].is(Keyword::year_sign)) return std::nullopt;
    return resolver_.month(-kMonths, i + 3);
}

ChineseDate::Found ChineseDate::quarter_before(std::size_t i) const {
    FoundDate found = resolver_.month(-3, i + 1);
    found.precision = DatePrecision::quarter;
    if (!found.days) return found;
    const auto last = resolver_.last_period();
    const bool period = last && month_in(last->to) % 3 == 0;
    const Lexeme& part = lexemes_[i + 1];
    const bool end = part.is(Class::part) && part.end - part.begin == 3 &&
                     part.value() == static_cast<int>(Part::late);
    const Day within =
        period ? month_of(year_in(last->to), month_in(last->to)).from - std::chrono::days(80)
               : found.days->from;
    found.days = quarter_of(year_in(within), (month_in(within) + 2) / 3);
    if (!end) return found;
    found.days->from = found.days->to;  // 上季末
    found.precision = DatePrecision::day;
    ++found.end;
    return found;
}

ChineseDate::Found ChineseDate::first_months(int year, std::size_t i) const {
    const bool first = lexemes_[i].is(Keyword::ago_sign) || lexemes_[i].is(Keyword::han_first);
    if (!first || lexemes_[i].end - lexemes_[i].begin > 3) return {};
    const auto number = small(i + 1, 11);
    if (!number) return std::nullopt;
    const Lexeme& unit = lexemes_[number->end];
    const bool quarters = unit.is(Keyword::quarter_sign) && number->value <= 3;
    const bool bare = unit.is(Keyword::month_sign) && unit.end - unit.begin == 3;  // 前2月
    const bool months =
        (bare && number->value > 1) ||
        (unit.is(Class::time_unit) && unit.value() == static_cast<int>(Unit::months));
    if (!quarters && !months) return std::nullopt;
    const int last = quarters ? 3 * number->value : number->value;
    return FoundDate{DayRange{year_of(year).from, month_of(year, last).to}, DatePrecision::span,
                     DateKind::absolute, number->end + 1};
}

bool ChineseDate::begins_clause(std::size_t i) const {
    return i > 0 && (lexemes_[i - 1].is(Class::symbol) || lexemes_[i - 1].is(Class::line));
}

ChineseDate::Found ChineseDate::first_quarters(std::size_t i) const {
    const auto number = small(i + 1, 11);
    if (!number) return std::nullopt;
    const Lexeme& unit = lexemes_[number->end];
    const bool quarters = unit.is(Keyword::quarter_sign) && number->value <= 3;
    const bool bare_months = unit.is(Keyword::month_sign) && unit.end - unit.begin == 3;
    const bool counted =
        unit.is(Class::time_unit) && unit.value() == static_cast<int>(Unit::months);
    const bool months = (bare_months || counted) && lexemes_[i].end - lexemes_[i].begin == 3 &&
                        (number->value > 3 ||
                         ((bare_months || lexemes_[i].is(Keyword::han_first) || begins_clause(i)) &&
                          number->value > 1));
    if (!quarters && !months) return std::nullopt;
    const int passed = counted && number->value <= 3 ? -1 : 0;
    FoundDate found = quarters ? resolver_.quarter(number->value, number->end + 1)
                               : resolver_.named_month(number->value, passed, number->end + 1);
    found.precision = DatePrecision::span;
    if (found.days) found.days->from = year_of(year_in(found.days->from)).from;
    return found;
}

std::optional<ChineseDate::Small> ChineseDate::quarter_number(std::size_t i) const {
    if (lexemes_[i].is(Class::quarter)) return Small{lexemes_[i].value(), i + 1};
    const std::size_t first = lexemes_[i].is(Keyword::prefix_ordinal) ? i + 1 : i;
    auto number = small(first, 4);
    if (!number || !lexemes_[number->end].is(Keyword::quarter_sign)) return std::nullopt;
    ++number->end;
    return number;
}

ChineseDate::Found ChineseDate::quarter(std::size_t i) const {
    const auto number = quarter_number(i);
    if (!number) return std::nullopt;
    const std::size_t first = i > 0 && lexemes_[i - 1].is(Keyword::prefix_ordinal) ? i - 1 : i;
    const bool fiscal = first > 0 && lexemes_[first - 1].is(Class::other) &&
                        lexemes_[first - 1].value() == kFiscal && lexemes_[first - 1].han;
    if (fiscal) return std::nullopt;
    const Lexeme& sign = lexemes_[number->end - 1];
    const bool whole = lexemes_[i].is(Keyword::prefix_ordinal) || sign.is(Class::quarter) ||
                       sign.end - sign.begin > 3;
    if (!whole) return std::nullopt;  // 一季: any three months
    return resolver_.quarter(number->value, number->end);
}

ChineseDate::Found ChineseDate::ago(std::size_t i) const {
    const auto count = small(i, 500);
    if (!count) return std::nullopt;
    std::size_t k = count->end;
    if (lexemes_[k].is(Class::counter) && lexemes_[k + 1].is(Class::time_unit)) ++k;
    const Lexeme& unit = lexemes_[k];
    if (lexemes_[k].is(Keyword::day_later) && lexemes_[i].is(Class::han_digit) && k == i + 1)
        return days_later(k, count->value);
    if (lexemes_[k + 1].is(Keyword::later)) return after_last(k, count->value);
    const bool more = lexemes_[k + 1].is(Keyword::more) && lexemes_[k + 1].han;  // 八年多以前
    if (more) ++k;
    if (!lexemes_[k + 1].is(Keyword::ago_sign)) return std::nullopt;
    const bool of_date = lexemes_[k + 2].is(Keyword::han_of) && lexemes_[k + 3].is(Class::number);
    if (of_date) return std::nullopt;  // 一周前的7月12日
    if (unit.is(Keyword::year_sign) && count->value < 200) {
        return resolver_.year(-count->value, k + 2);
    }
    if (!unit.is(Class::time_unit) || unit.value() < static_cast<int>(Unit::days)) {
        return std::nullopt;
    }
    return time_ago(resolver_, unit.value(), count->value, k + 2);
}

ChineseDate::Found ChineseDate::days_later(std::size_t sign, int count) const {
    if (sign == 0 || !stands_apart(sign - 1)) return std::nullopt;
    return resolver_.after_last(static_cast<int>(Unit::days), count, sign + 1);
}

ChineseDate::Found ChineseDate::after_last(std::size_t k, int count) const {
    const Lexeme& unit = lexemes_[k];
    const Lexeme& sign = lexemes_[k + 1];
    constexpr std::uint32_t kAfter = 3;  // 后, not 间
    const bool ahead = resolver_.is_ahead() || lexemes_[k + 2].is(Keyword::takes_effect);
    const bool year = unit.is(Keyword::year_sign) && count < 100;
    const bool timed = unit.is(Class::time_unit) && unit.value() >= static_cast<int>(Unit::days);
    if (sign.end - sign.begin != kAfter || (!year && !timed)) return std::nullopt;
    const int unit_of = year ? static_cast<int>(Unit::years) : unit.value();
    if (ahead) return time_ago(resolver_, unit_of, -count, k + 2);
    std::size_t begin = k;
    while (begin > 0 &&
           (lexemes_[begin - 1].is(Class::han_digit) || lexemes_[begin - 1].is(Class::han_ten) ||
            lexemes_[begin - 1].is(Class::number) || lexemes_[begin - 1].is(Class::counter)))
        --begin;
    if (!stands_apart(begin)) return std::nullopt;  // 公布一个月后
    return resolver_.after_last(unit_of, count, k + 2);
}

ChineseDate::Found ChineseDate::from_relative(std::size_t i) {
    const auto relative = static_cast<Relative>(lexemes_[i].value());
    const int value = static_cast<int>(relative);
    if (relative <= Relative::day_plus_2) {
        const int distance = value - static_cast<int>(Relative::day_0);
        const auto bracketed = bracketed_day(i + 1);
        constexpr std::uint32_t kOneCharacter = 3;
        const bool brief = lexemes_[i].end - lexemes_[i].begin == kOneCharacter;
        const bool until = i > 0 && lexemes_[i - 1].is(Keyword::to);  // 至今
        const bool acts = lexemes_[i + 1].is(Keyword::past) || lexemes_[i + 1].is(Keyword::opens);
        const bool said = distance == 0 && acts &&
                          !(i > 0 && lexemes_[i - 1].is(Class::other) &&
                            lexemes_[i - 1].value() == kBeforeNow);  // 今公布, not 如今
        if (brief && distance >= 0 && !bracketed && (until || !said)) return std::nullopt;
        return resolver_.day(distance, bracketed.value_or(i + 1));
    }
    if (relative <= Relative::week_plus_1) {
        return week(i, value - static_cast<int>(Relative::week_0));
    }
    if (relative <= Relative::month_plus_1) {
        FoundDate found = resolver_.month(value - static_cast<int>(Relative::month_0), i + 1);
        const bool part = lexemes_[i + 1].is(Class::part) && lexemes_[i + 1].han;
        if (!part) return with_day(found);
        found.end = i + 2;
        return part_of_year(found, lexemes_[i + 1].value());
    }
    if (relative == Relative::year_before) return near_year(i, -1);
    return near_year(i, value - static_cast<int>(Relative::year_0));
}

std::optional<std::size_t> ChineseDate::bracketed_day(std::size_t i) const {
    const bool brackets = lexemes_[i].is_symbol('(') && lexemes_[i + 2].is_symbol(')');
    if (!brackets || !lexemes_[i + 3].is(Keyword::day_sign) || !small(i + 1, 31))
        return std::nullopt;
    return i + 4;
}

ChineseDate::Found ChineseDate::with_day(const FoundDate& month) const {
    if (const auto days = days_at(month.end); days && month.days) {
        const Day first = month.days->from + std::chrono::days(days->first - 1);
        return extended(
            FoundDate{DayRange{first, first}, DatePrecision::day, month.kind, days->end}, *days);
    }
    const auto day = small(month.end, 31);
    const bool sign = day && (is_day_sign(day->end) || lexemes_[day->end].is(Keyword::number_sign));
    if (!sign) return month;
    FoundDate found{std::nullopt, DatePrecision::day, month.kind, day->end + 1};
    if (!month.days) return found;
    const Day date = month.days->from + std::chrono::days(day->value - 1);
    if (date > month.days->to) return month;
    found.days = DayRange{date, date};
    return with_last_day(found);
}

std::optional<int> ChineseDate::told_year(std::size_t i, int distance) const {
    const auto now = resolver_.year_at(0);
    const auto last = resolver_.last();
    constexpr std::chrono::days kQuarter{85};
    const bool before = lexemes_[i].value() == static_cast<int>(Relative::year_before);
    if (!now || !before || !last || last->to - last->from < kQuarter)
        return resolver_.year_at(distance);
    return std::min(*now, year_in(last->to)) - 1;
}

// The 35 of 今年35，他不急.
bool ChineseDate::is_age(std::size_t i) const {
    return lexemes_[i].digits == 2 && lexemes_[i].begin == lexemes_[i - 1].end &&
           (lexemes_[i + 1].is(Class::symbol) || lexemes_[i + 1].is(Class::line)) &&
           !lexemes_[i + 1].is_symbol('%') && !lexemes_[i + 1].is_symbol('-') &&
           !lexemes_[i + 1].is_symbol('/');
}

ChineseDate::Found ChineseDate::near_year(std::size_t i, int distance) {
    if (distance == 0 && is_age(i + 1)) return std::nullopt;
    const auto year = told_year(i, distance);
    if (lexemes_[i + 1].is(Class::relative) && distance < 0) {  // 去年今日
        const bool today = lexemes_[i + 1].value() == static_cast<int>(Relative::day_0);
        if (const auto day = today ? resolver_.same_day_in(*year) : std::nullopt)
            return FoundDate{DayRange{*day, *day}, DatePrecision::day, DateKind::relative, i + 2};
    }
    if (distance == -1 && lexemes_[i + 1].is(Keyword::same_period)) {
        if (const auto days = resolver_.last_a_year_earlier())
            return FoundDate{days, DatePrecision::span, DateKind::relative, i + 2, false};
    }
    Found found = in_year(year.value_or(2000), i + 1);
    if (!found) return std::nullopt;
    found->kind = year ? DateKind::relative : DateKind::unresolved;
    if (!year) found->days.reset();
    return found;
}

}  // namespace sinodex::quantities
