// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/amount_times.h"

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;

// Whether a period may end there: March, 31 March, on 31 March.
bool is_day_or_month(const Lexemes& lexemes, std::size_t i) {
    if (lexemes[i].is(Class::preposition)) ++i;
    const bool day = lexemes[i].digits == 1 || lexemes[i].digits == 2;
    return lexemes[day ? i + 1 : i].is(Class::month);
}

// Whether a year is counted in months, which is how long something took and no period.
bool is_twelve(const Lexemes& lexemes, std::size_t unit) {
    constexpr int kMonths = 12;
    if (unit == 0) return false;
    const Lexeme& number = lexemes[unit - 1];
    return number.is(Class::cardinal) ? number.value() == kMonths
                                      : number.small_number() == kMonths;
}

// Whether a unit of time leads to a date: days ago, days later, 天前, 天后.
bool is_distance(const Lexemes& lexemes, std::size_t i) {
    const Lexeme& unit = lexemes[i];
    const Lexeme& next = lexemes[i + 1];
    const bool dated = unit.is(Keyword::year_sign) || unit.value() >= static_cast<int>(Unit::days);
    const bool length = unit.is(Class::time_unit) && unit.value() >= static_cast<int>(Unit::months);
    const bool ends =
        next.is(Keyword::ended) || (length && next.is(Keyword::to) && !is_twelve(lexemes, i));
    if (ends && is_day_or_month(lexemes, i + 2)) return true;  // three months ended March 31
    const bool more = next.han && next.is(Keyword::more) && next.begin == unit.end;  // 八年多以前
    const Lexeme& sign = lexemes[more ? i + 2 : i + 1];
    const bool days = unit.is(Class::time_unit) && unit.value() == static_cast<int>(Unit::days);
    const bool later =
        next.is(Keyword::later) && (days || lexemes[i + 2].is(Keyword::takes_effect));
    return dated && (next.is(Keyword::ago) || next.is(Keyword::earlier) || later ||
                     sign.is(Keyword::ago_sign));
}

// The place of the days in "45 working days", "two consecutive trading days"; `i` for others.
std::size_t behind_kinds_of_time(const Lexemes& lexemes, std::size_t i) {
    const auto is_kind = [&](std::size_t k) {
        const Lexeme& word = lexemes[k];
        return word.is(Class::other) && !word.han &&
               (word.value() == kKindOfTime || word.value() == kFiscal);
    };
    const auto is_times = [&](std::size_t k) {
        return lexemes[k].is(Class::time_unit) && !lexemes[k].han;
    };
    std::size_t k = i;
    while (k < i + 2 && is_kind(k)) ++k;
    const bool year = lexemes[k].end - lexemes[k].begin == 4 &&
                      unit_of(lexemes[k]) == Unit::years;  // the 1987-88 financial year
    if (k > i && is_times(k) && !year) return k;
    const bool days = is_times(i + 1) && lexemes[i + 1].value() == static_cast<int>(Unit::days) &&
                      lexemes[i + 1].end - lexemes[i + 1].begin == 4;
    const bool kind = lexemes[i].is(Class::other) && !lexemes[i].han && !lexemes[i].capital;
    return kind && days ? i + 1 : i;
}

// 个多月, 个多小时; more months.
std::optional<UnitMatch> read_more_time(const Lexemes& lexemes, std::size_t i) {
    const bool han = lexemes[i].is(Class::counter) && lexemes[i].han;
    const Lexeme& more = lexemes[han ? i + 1 : i];
    const std::size_t end = han ? i + 2 : i + 1;
    const std::size_t behind =
        han ? end : behind_kinds_of_time(lexemes, end);  // four more working days
    const Lexeme& unit = lexemes[behind];
    if (!more.is(Keyword::more) || more.han != han || unit.han != han) return std::nullopt;
    const bool month = unit.is(Keyword::month_sign) && unit.end - unit.begin == 3;
    if (!month && (!unit.is(Class::time_unit) || is_distance(lexemes, behind))) return std::nullopt;
    UnitMatch match = matched(month ? Unit::months : unit_of(unit), behind + 1);
    match.more = han;
    return match;
}

// Whether 一天 or 一周 at `unit` is how long something lasts, and no certain day or week: 历时一天,
// 一天之内, not 那一天, 最后一天, 一周要闻.
bool is_one_lasting(const Lexemes& lexemes, std::size_t unit) {
    const std::size_t one = unit - 1;
    const Lexeme& next = lexemes[unit + 1];
    const bool line_start = one == 0 || lexemes[one - 1].is(Class::line);
    if (unit_of(lexemes[unit]) == Unit::weeks) return !line_start || !next.is(Class::other);
    if (next.is(Keyword::within)) return true;
    if (line_start) return false;
    const Lexeme& before = lexemes[one - 1];
    return before.is(Class::qualifier) || (before.is(Class::other) && before.value() == kLasting);
}

// The half of 一个半小时, 两个半月.
std::optional<UnitMatch> read_half_more(const Lexemes& lexemes, std::size_t i) {
    const bool half = lexemes[i].is(Class::counter) && lexemes[i].han &&
                      lexemes[i + 1].is(Keyword::han_half) && are_glued(lexemes, i + 1);
    const Lexeme& unit = lexemes[i + 2];
    const bool month = unit.is(Keyword::month_sign) && unit.end - unit.begin == 3;
    if (!half || (!month && !unit.is(Class::time_unit)) || is_distance(lexemes, i + 2))
        return std::nullopt;
    UnitMatch match = matched(month ? Unit::months : unit_of(unit), i + 3);
    match.rest = Decimal(5, -1);
    return match;
}

// two decades, 48h.
std::optional<UnitMatch> read_other_time(const Lexemes& lexemes, std::size_t i) {
    const Lexeme& unit = lexemes[i];
    if (unit.is(Keyword::decade)) {
        const Lexeme& next = lexemes[i + 1];
        if (next.is(Keyword::ago) || next.is(Keyword::earlier) || next.is(Keyword::later))
            return std::nullopt;
        UnitMatch match = matched(Unit::years, i + 1);
        match.power = 1;
        return match;
    }
    const bool hours = unit.is(Class::half_in_year) && unit.value() == 0 && !unit.capital &&
                       unit.end - unit.begin == 1 && are_glued(lexemes, i);
    return hours ? std::optional(matched(Unit::hours, i + 1)) : std::nullopt;
}

// The 的 of 截至10月27日的三个月.
bool is_of_day_until(const Lexemes& lexemes, std::size_t i) {
    constexpr std::size_t kLongestDate = 9;
    constexpr std::uint32_t kAsOf = 6;
    if (!lexemes[i].is(Keyword::han_of)) return false;
    for (std::size_t k = i; k > 0 && i - k < kLongestDate; --k) {
        const Lexeme& word = lexemes[k - 1];
        if (word.is(Class::other) && word.value() == kComparedWith)
            return word.end - word.begin == kAsOf;
    }
    return false;
}

// 今年前四个月, 2024年首两个月, and 前11个月 where a clause begins.
bool is_first_of_year(const Lexemes& lexemes, std::size_t i) {
    const bool first =
        lexemes[i - 1].is(Keyword::ago_sign) || lexemes[i - 1].is(Keyword::han_first);
    if (!first || i < 2) return false;
    const Lexeme& before = lexemes[i - 2];
    if (before.is(Class::symbol) || before.is(Class::line))
        return lexemes[i - 1].end - lexemes[i - 1].begin == 3;
    return before.han && (before.is(Class::relative) || before.is(Keyword::year_sign));
}

}  // namespace

std::optional<UnitMatch> read_time(const Lexemes& lexemes, const Number& number, std::size_t i) {
    const Lexeme& first = lexemes[i];
    if ((number.scaled && number.scale > 5) || number.value.is_zero()) return std::nullopt;
    if (number.year_like && !first.han) return std::nullopt;
    std::size_t end = i;
    if (first.is(Class::counter) && lexemes[i + 1].is(Class::time_unit) && first.han) end = i + 1;
    if (const auto match = read_more_time(lexemes, i)) return match;
    if (const auto match = read_half_more(lexemes, i)) return match;
    if (const auto match = read_other_time(lexemes, i)) return match;
    if (const std::size_t behind = behind_kinds_of_time(lexemes, i); behind > i) end = behind;
    const bool working = lexemes[end].han && lexemes[end].end - lexemes[end].begin == 9;
    const bool within = lexemes[end + 1].is(Keyword::within);
    if (working && !within && number.value < Decimal(2, 0)) return std::nullopt;  // 上一个交易日
    const bool lasting = i > 1 && lexemes[i - 2].is(Class::other) &&
                         lexemes[i - 2].value() == kLasting && lexemes[i - 2].han;  // 连三日
    if (first.is(Keyword::day_sign) && are_glued(lexemes, i) &&
        (lexemes[i + 1].is(Keyword::within) || lasting) && !number.scaled) {
        return matched(Unit::days, i + 1);  // 15日内, 以15日为限
    }
    if (lexemes[end].is(Class::time_unit)) {
        if (is_distance(lexemes, end) || lexemes[end + 1].is(Keyword::old)) return std::nullopt;
        const bool one = end == i && lexemes[end].han && lexemes[i - 1].is(Class::han_digit) &&
                         number.value == Decimal(1, 0) && unit_of(lexemes[end]) >= Unit::days;
        if (one && unit_of(lexemes[end]) <= Unit::weeks && !is_one_lasting(lexemes, end))
            return std::nullopt;
        UnitMatch match = matched(unit_of(lexemes[end]), end + 1);
        match.more = lexemes[end + 1].han && lexemes[end + 1].is(Keyword::more);
        return match;
    }
    const bool fiscal = first.end - first.begin > 3;  // 年度
    const bool year = first.is(Keyword::year_sign) && !fiscal && number.value < Decimal(200, 0);
    if (!year || is_distance(lexemes, i)) return std::nullopt;
    const Lexeme& next = lexemes[i + 1];  // 21年3月, 21年底
    if (next.begin > first.end) return matched(Unit::years, i + 1);
    const bool month = next.is(Class::number) &&
                       (lexemes[i + 2].is(Keyword::month_sign) ||
                        lexemes[i + 2].is(Class::month_part) || !(number.value < Decimal(20, 0)));
    if (month || next.is(Class::year_part) || next.is(Class::half_year)) return std::nullopt;
    UnitMatch match = matched(Unit::years, i + 1);
    match.more = next.han && next.is(Keyword::more);
    return match;
}

bool is_part_of_period(const std::vector<Lexeme>& lexemes, std::size_t i) {
    if (i == 0) return false;
    const Lexeme& before = lexemes[i - 1];
    const bool stop = before.han && (before.is(Keyword::ended) || is_of_day_until(lexemes, i - 1));
    const bool first =
        (before.is(Class::ordinal) && before.value() == 1) || is_first_of_year(lexemes, i);
    if (!stop && !first) return false;
    const Lexeme& next = lexemes[i + 1];
    return next.is(Class::time_unit) && next.value() == static_cast<int>(Unit::months);
}

}  // namespace sinodex::quantities
