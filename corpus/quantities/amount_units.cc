// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/amount_units.h"

#include <algorithm>

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;

UnitMatch matched(Unit unit, std::size_t end) { return {unit, end, false}; }
Unit unit_of(const Lexeme& lexeme) { return static_cast<Unit>(lexeme.value()); }
bool are_glued(const Lexemes& lexemes, std::size_t i) {
    return i > 0 && lexemes[i - 1].end == lexemes[i].begin;
}

// 拉升近3个点, 跌5个多点: percent, where something moves. Not 3个点位, 两个点半.
std::optional<UnitMatch> read_spoken_points(const Lexemes& lexemes, std::size_t i) {
    const bool more = lexemes[i + 1].is(Keyword::more) && lexemes[i + 1].han;
    const std::size_t point = more ? i + 2 : i + 1;
    if (!lexemes[point].is(Keyword::han_decimal)) return std::nullopt;
    const Lexeme& next = lexemes[point + 1];
    if (next.is(Class::other) && next.value() != kDiffers) return std::nullopt;
    constexpr std::size_t kFarthest = 6;
    for (std::size_t k = i; k > 0 && i - k < kFarthest; --k) {
        const Lexeme& before = lexemes[k - 1];
        if (before.is(Class::symbol) || before.is(Class::line)) break;
        if (!before.is(Class::other) || before.value() != kMoves) continue;
        UnitMatch match = matched(Unit::percent, point + 1);
        match.more = more;
        return match;
    }
    return std::nullopt;
}

// %, percent, per cent, percentage points, 个百分点, 5pc.
std::optional<UnitMatch> read_percent(const Lexemes& lexemes, std::size_t i) {
    if (lexemes[i].is(Class::counter) && lexemes[i].han) {
        const Lexeme& next = lexemes[i + 1];
        if (next.is(Keyword::han_points)) return matched(Unit::percentage_points, i + 2);
        if (next.is(Keyword::basis)) return matched(Unit::basis_points, i + 2);
        return read_spoken_points(lexemes, i);
    }
    const Lexeme& first = lexemes[i];
    if (first.is(Keyword::han_points)) return matched(Unit::percentage_points, i + 1);
    if (first.is(Keyword::basis) && first.han) return matched(Unit::basis_points, i + 1);
    const bool brief = first.end - first.begin == 2;  // 25bp, but not 5 BP stations
    if (first.is(Keyword::bps) && (!brief || !first.capital || are_glued(lexemes, i)))
        return matched(Unit::basis_points, i + 1);
    if (first.is(Class::percent)) {
        const bool pc = first.end - first.begin == 2;
        if (pc && !are_glued(lexemes, i)) return std::nullopt;
        return matched(Unit::percent, i + 1);
    }
    const Lexeme& next = lexemes[i + 1];
    const bool spaced = first.is(Keyword::letter_p) && next.is_symbol('.') &&
                        lexemes[i + 2].is(Keyword::letter_c) && are_glued(lexemes, i + 1) &&
                        are_glued(lexemes, i + 2);  // 5 p.c.
    if (spaced) return matched(Unit::percent, i + 3);
    if (first.is(Keyword::per)) {  // per cent, per-cent
        const std::size_t k = next.is_symbol('-') && are_glued(lexemes, i + 1) ? i + 2 : i + 1;
        if (lexemes[k].is(Keyword::cent)) return matched(Unit::percent, k + 1);
    }
    const bool spun = first.is(Class::preposition) && next.is(Keyword::every);
    if (spun && lexemes[i + 2].is(Keyword::cent)) return matched(Unit::percent, i + 3);
    if (!next.is(Keyword::point)) return std::nullopt;
    if (first.is(Keyword::percentage)) return matched(Unit::percentage_points, i + 2);
    if (first.is(Keyword::basis)) return matched(Unit::basis_points, i + 2);
    return std::nullopt;
}

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

// 个多月, 个多小时; more months.
std::optional<UnitMatch> read_more_time(const Lexemes& lexemes, std::size_t i) {
    const bool han = lexemes[i].is(Class::counter) && lexemes[i].han;
    const Lexeme& more = lexemes[han ? i + 1 : i];
    const std::size_t end = han ? i + 2 : i + 1;
    const Lexeme& unit = lexemes[end];
    if (!more.is(Keyword::more) || more.han != han || unit.han != han) return std::nullopt;
    const bool month = unit.is(Keyword::month_sign) && unit.end - unit.begin == 3;
    if (!month && (!unit.is(Class::time_unit) || is_distance(lexemes, end))) return std::nullopt;
    UnitMatch match = matched(month ? Unit::months : unit_of(unit), end + 1);
    match.more = han;
    return match;
}

// The place of the days in "45 working days", "two consecutive trading days"; `i` for others.
std::size_t behind_kinds_of_time(const Lexemes& lexemes, std::size_t i) {
    const auto is_kind = [&](std::size_t k) {
        return lexemes[k].is(Class::other) && !lexemes[k].han && lexemes[k].value() == kKindOfTime;
    };
    const auto is_times = [&](std::size_t k) {
        return lexemes[k].is(Class::time_unit) && !lexemes[k].han;
    };
    std::size_t k = i;
    while (k < i + 2 && is_kind(k)) ++k;
    if (k > i && is_times(k)) return k;
    const bool days = is_times(i + 1) && lexemes[i + 1].value() == static_cast<int>(Unit::days) &&
                      lexemes[i + 1].end - lexemes[i + 1].begin == 4;
    const bool kind = lexemes[i].is(Class::other) && !lexemes[i].han && !lexemes[i].capital;
    return kind && days ? i + 1 : i;
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

// hours, 个小时, 年. A year is a date, not a duration.
std::optional<UnitMatch> read_time(const Lexemes& lexemes, const Number& number, std::size_t i) {
    const Lexeme& first = lexemes[i];
    if (number.scaled && number.scale > 5) return std::nullopt;
    if (number.year_like && !first.han) return std::nullopt;
    std::size_t end = i;
    if (first.is(Class::counter) && lexemes[i + 1].is(Class::time_unit) && first.han) end = i + 1;
    if (const auto match = read_more_time(lexemes, i)) return match;
    if (const std::size_t behind = behind_kinds_of_time(lexemes, i); behind > i) end = behind;
    const bool working = lexemes[end].han && lexemes[end].end - lexemes[end].begin == 9;
    if (working && number.value < Decimal(2, 0)) return std::nullopt;  // 上一个交易日
    if (first.is(Keyword::day_sign) && are_glued(lexemes, i) &&
        lexemes[i + 1].is(Keyword::within) && !number.scaled) {
        return matched(Unit::days, i + 1);  // 15日内, 以15日为限
    }
    if (lexemes[end].is(Class::time_unit)) {
        if (is_distance(lexemes, end)) return std::nullopt;
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

bool is_plain_word(const Lexeme& lexeme) {
    return lexeme.is(Class::other) || lexeme.is(Class::nation) || lexeme.is(Class::letter_suffix) ||
           lexeme.is(Class::holiday) || lexeme.is(Class::place) || lexeme.is(Keyword::han_and) ||
           lexeme.is(Keyword::han_of);
}

// The place of the shares in "Class A ordinary shares"; `i` for others.
std::size_t shares_of_class(const Lexemes& lexemes, std::size_t i) {
    const bool letter = lexemes[i + 1].capital && lexemes[i + 1].end - lexemes[i + 1].begin == 1;
    std::size_t k = letter ? i + 2 : i;
    if (lexemes[k].is(Class::other) && !lexemes[k].han && !lexemes[k].capital) ++k;
    const bool shares = lexemes[k].is(Class::noun) && unit_of(lexemes[k]) == Unit::shares;
    return shares && letter ? k : i;
}

// users, active users, 家企业, 亿月活跃用户. Words between are allowed as far as they are likely to
// belong to the noun.
std::optional<UnitMatch> read_noun(const Lexemes& lexemes, const Number& number, std::size_t i) {
    if (number.year_like || number.value < Decimal(2, 0)) return std::nullopt;
    const bool counter = lexemes[i].is(Class::counter);
    const std::size_t first = counter ? i + 1 : i;
    const bool han = lexemes[first].han;
    const std::size_t gap = han ? (counter || number.scaled ? 6 : 0) : (number.scaled ? 3 : 1);
    const std::size_t last = std::min(first + gap, lexemes.size() - 1);
    for (std::size_t k = first; k <= last; ++k) {
        const Lexeme& word = lexemes[k];
        if (word.is(Class::noun) && word.han == han) {
            const bool near = han || k == first || !word.capital;
            if (unit_of(word) == Unit::count && !number.scaled) return std::nullopt;
            if (near && (!counter || unit_of(word) != Unit::shares)) {
                return matched(unit_of(word), k + 1);
            }
        }
        const bool more = k == first && !han && word.is(Keyword::more);  // 25 more apps
        if (k == first && !han && !number.scaled) {
            if (const std::size_t shares = shares_of_class(lexemes, k); shares > k)
                return matched(Unit::shares, shares + 1);
        }
        if ((!is_plain_word(word) && !more) || word.han != han) break;
    }
    if (!counter) return std::nullopt;
    const bool vague = unit_of(lexemes[i]) == Unit::count && !number.scaled;
    if (vague) return std::nullopt;
    return matched(unit_of(lexemes[i]), i + 1);
}

// Whether the nation that ends before `end` is the money of a sum: "1.2 billion US."
bool is_spoken_money(const Lexemes& lexemes, std::size_t begin, std::size_t end) {
    if (begin == 0) return false;
    const Lexeme& scale = lexemes[begin - 1];
    const Lexeme& next = lexemes[end];
    const bool ends = next.is(Class::line) || (next.is(Class::symbol) && !next.is_symbol('-'));
    return ends && (scale.is(Class::scale) || scale.is(Class::suffix) || scale.is(Keyword::grand));
}

}  // namespace

std::optional<UnitMatch> read_currency(const Lexemes& lexemes, std::size_t begin) {
    std::size_t i = begin;
    std::optional<Unit> nation;
    if (lexemes[i].is(Class::nation)) {
        nation = unit_of(lexemes[i++]);
    } else if (lexemes[i + 1].is(Class::nation) && lexemes[i].capital) {  // Hong Kong
        nation = unit_of(lexemes[i + 1]);
        i += 2;
    }
    if (!lexemes[i].is(Class::currency)) {
        const bool alone = nation && is_spoken_money(lexemes, begin, i);
        return alone ? std::optional(matched(*nation, i)) : std::nullopt;
    }
    const Unit currency = unit_of(lexemes[i]);
    ++i;
    const bool prefix = lexemes[i].is(Class::number) && are_glued(lexemes, i);  // Rmb8bn
    if (prefix && !lexemes[i - 1].han) return std::nullopt;
    while (lexemes[i].is(Class::currency) && are_glued(lexemes, i)) ++i;  // 元人民币
    return matched(nation && currency == Unit::usd ? *nation : currency, i);
}

std::optional<UnitMatch> read_unit(const Lexemes& lexemes, const Number& number) {
    std::size_t i = number.end;
    const bool joined =
        lexemes[i].is_symbol('-') && are_glued(lexemes, i) && are_glued(lexemes, i + 1);
    if (joined) {
        ++i;
        const bool unit = lexemes[i].is(Class::time_unit) || lexemes[i].is(Class::currency) ||
                          lexemes[i].is(Class::percent);
        if (!unit) return std::nullopt;
        if (lexemes[i + 1].is_symbol('-') && lexemes[i + 2].is(Keyword::old)) return std::nullopt;
    }
    if (const auto match = read_currency(lexemes, i)) return match;
    if (const auto match = read_percent(lexemes, i)) return match;
    if (const auto match = read_time(lexemes, number, i)) return match;
    return read_noun(lexemes, number, i);
}

}  // namespace sinodex::quantities
