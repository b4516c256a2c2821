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

// %, percent, per cent, percentage points, 个百分点, 5pc.
std::optional<UnitMatch> read_percent(const Lexemes& lexemes, std::size_t i) {
    if (lexemes[i].is(Class::counter) && lexemes[i].han) {
        const Lexeme& next = lexemes[i + 1];
        if (next.is(Keyword::han_points)) return matched(Unit::percentage_points, i + 2);
        if (next.is(Keyword::basis)) return matched(Unit::basis_points, i + 2);
        return std::nullopt;
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
    if (first.is(Keyword::per) && next.is(Keyword::cent)) return matched(Unit::percent, i + 2);
    if (!next.is(Keyword::point)) return std::nullopt;
    if (first.is(Keyword::percentage)) return matched(Unit::percentage_points, i + 2);
    if (first.is(Keyword::basis)) return matched(Unit::basis_points, i + 2);
    return std::nullopt;
}

// Whether a unit of time leads to a date: days ago, 天前.
bool is_distance(const Lexemes& lexemes, std::size_t i) {
    const Lexeme& unit = lexemes[i];
    const Lexeme& next = lexemes[i + 1];
    const bool dated = unit.is(Keyword::year_sign) || unit.value() >= static_cast<int>(Unit::days);
    const bool period = next.is(Keyword::ended) && lexemes[i + 2].is(Class::month);
    if (period) return true;  // three months ended March 31
    return dated && (next.is(Keyword::ago) || next.is(Keyword::earlier) ||
                     (next.is(Keyword::ago_sign) && next.begin == unit.end));
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

// hours, 个小时, 年. A year is a date, not a duration.
std::optional<UnitMatch> read_time(const Lexemes& lexemes, const Number& number, std::size_t i) {
    const Lexeme& first = lexemes[i];
    if (number.scaled && number.scale > 5) return std::nullopt;
    if (number.year_like && !first.han) return std::nullopt;
    std::size_t end = i;
    if (first.is(Class::counter) && lexemes[i + 1].is(Class::time_unit) && first.han) end = i + 1;
    if (const auto match = read_more_time(lexemes, i)) return match;
    const bool days = lexemes[i + 1].is(Class::time_unit) && !lexemes[i + 1].han &&
                      lexemes[i + 1].value() == static_cast<int>(Unit::days) &&
                      lexemes[i + 1].end - lexemes[i + 1].begin == 4;
    const bool kind = first.is(Class::other) && !first.han && !first.capital;
    if (kind && days) end = i + 1;  // 45 working days
    const bool working = lexemes[end].han && lexemes[end].end - lexemes[end].begin == 9;
    if (working && number.value < Decimal(2, 0)) return std::nullopt;  // 上一个交易日
    if (lexemes[end].is(Class::time_unit)) {
        if (is_distance(lexemes, end)) return std::nullopt;
        UnitMatch match = matched(unit_of(lexemes[end]), end + 1);
        match.more = lexemes[end + 1].han && lexemes[end + 1].is(Keyword::more);
        return match;
    }
    const bool fiscal = first.end - first.begin > 3;  // 年度
    const bool year = first.is(Keyword::year_sign) && !fiscal && number.value < Decimal(200, 0);
    if (!year || is_distance(lexemes, i)) return std::nullopt;
    const Lexeme& next = lexemes[i + 1];  // 21年3月, 21年底
    if (next.begin > first.end) return matched(Unit::years, i + 1);
    if (next.is(Class::number) || next.is(Class::year_part) || next.is(Class::half_year)) {
        return std::nullopt;
    }
    UnitMatch match = matched(Unit::years, i + 1);
    match.more = next.han && next.is(Keyword::more);
    return match;
}

bool is_plain_word(const Lexeme& lexeme) {
    return lexeme.is(Class::other) || lexeme.is(Class::nation) || lexeme.is(Class::letter_suffix) ||
           lexeme.is(Class::holiday) || lexeme.is(Class::place) || lexeme.is(Keyword::han_and) ||
           lexeme.is(Keyword::han_of);
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
        if ((!is_plain_word(word) && !more) || word.han != han) break;
    }
    if (!counter) return std::nullopt;
    const bool vague = unit_of(lexemes[i]) == Unit::count && !number.scaled;
    if (vague) return std::nullopt;
    return matched(unit_of(lexemes[i]), i + 1);
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
    if (!lexemes[i].is(Class::currency)) return std::nullopt;
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
