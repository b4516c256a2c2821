// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/worded_amounts.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "corpus/quantities/amount_units.h"
#include "corpus/quantities/numbers.h"

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;
using Worded = std::optional<WordedAmount>;

Worded worded(Unit unit, Decimal value, int precision, std::size_t end) {
    return WordedAmount{unit, value, precision, end};
}

// What is surely no amount, up to `end`.
Worded passed_over(std::size_t end) { return WordedAmount{std::nullopt, {}, 0, end}; }

Unit unit_named(const Lexeme& lexeme) { return static_cast<Unit>(lexeme.value()); }

// 3块5, 两毛, 7块钱.
Worded read_spoken_money(const Lexemes& lexemes, const Number& number) {
    if (number.scaled || number.value.exponent() < 0) return std::nullopt;
    constexpr int kPrecision = 2;
    const Lexeme& sign = lexemes[number.end];
    const Lexeme& next = lexemes[number.end + 1];
    if (sign.is(Keyword::mao)) {
        const Lexeme& behind = lexemes[number.end + 2];
        const bool longer = behind.is(Class::han_ten) || behind.is(Class::han_scale);
        const bool cents = next.is(Class::han_digit) && next.begin == sign.end && !longer;
        const Decimal tenths = number.value.scaled(-1);
        const Decimal rest(cents ? next.value() : 0, -2);
        return worded(Unit::cny, tenths.plus(rest).value_or(tenths), kPrecision,
                      number.end + (cents ? 2 : 1));
    }
    if (!sign.is(Keyword::kuai)) return std::nullopt;
    const bool counted = lexemes[number.end + 2].is(Class::counter) ||
                         lexemes[number.end + 2].is(Class::time_unit);  // 块一个月
    const bool small = next.begin == sign.end && !counted && !number.more &&
                       (next.is(Class::han_digit) || (next.is(Class::number) && next.digits == 1));
    const bool moves = next.is(Class::other) && next.value() == kMoves;  // 18块涨到
    const bool alone = moves || next.is(Class::line) ||
                       (next.is(Class::symbol) && !next.is_symbol('-') && !next.is_symbol('/'));
    if (sign.end - sign.begin > 3 || alone || number.more || counted)
        return worded(Unit::cny, number.value, kPrecision, number.end + 1);
    if (!small) return std::nullopt;
    const int tenths = next.han ? next.value() : next.small_number();
    return worded(Unit::cny, number.value.plus(Decimal(tenths, -1)).value_or(number.value),
                  kPrecision, number.end + 2);
}

// "for a year", "more than an hour", "a day after the vote", where no date is meant.
Worded read_one_time(const Lexemes& lexemes, std::size_t i) {
    if (!lexemes[i].is(Keyword::a)) return std::nullopt;
    const bool decade = lexemes[i + 1].is(Keyword::decade);
    const bool fortnight = lexemes[i + 1].is(Keyword::fortnight);
    if (!decade && !fortnight && !lexemes[i + 1].is(Class::time_unit)) return std::nullopt;
    const Lexeme before = i > 0 ? lexemes[i - 1] : Lexeme();
    const Lexeme& next = lexemes[i + 2];
    const auto joins = [&](Preposition preposition) {
        return next.is(Class::preposition) && next.value() == static_cast<int>(preposition);
    };
    const bool compared = before.is(Keyword::than) && joins(Preposition::by);  // than a year before
    const bool apart =
        (joins(Preposition::after) || joins(Preposition::by) || next.is(Keyword::ahead_of)) &&
        !compared;
    const bool measured = before.is(Class::preposition) || before.is(Class::qualifier) ||
                          (before.is(Keyword::than) && !compared) || apart;
    const bool dated = next.is(Keyword::ago) || next.is(Keyword::earlier) ||
                       next.is(Keyword::later) || next.is_symbol('-');
    if (!measured || dated) return std::nullopt;
    if (fortnight) return worded(Unit::weeks, Decimal(2, 0), 1, i + 2);
    if (decade) return worded(Unit::years, Decimal(10, 0), 1, i + 2);
    return worded(unit_named(lexemes[i + 1]), Decimal(1, 0), 1, i + 2);
}

// 月息8厘, 债息4厘: a tenth of a percent for a month, a percent for a year.
Worded read_interest(const Lexemes& lexemes, std::size_t i, const Number& number) {
    constexpr std::size_t kWordsBefore = 8;
    if (lexemes[number.end + 1].is(Keyword::interest))  // 3厘息
        return worded(Unit::percent, number.value, number.precision, number.end + 1);
    for (std::size_t k = i; k > 0 && i - k < kWordsBefore; --k) {
        const Lexeme& before = lexemes[k - 1];
        const bool month = before.is(Keyword::monthly_rate);
        if (month || before.is(Keyword::interest)) {
            return worded(Unit::percent, number.value.scaled(month ? -1 : 0), number.precision,
                          number.end + 1);
        }
        if (before.is(Class::line) || before.is_symbol(',')) break;
    }
    return std::nullopt;
}

// 38 cents, 12 HK cents.
Worded read_cents(const Lexemes& lexemes, const Number& number) {
    if (number.scaled) return std::nullopt;
    const Lexeme& next = lexemes[number.end];
    const bool nation = next.is(Class::nation);
    const std::size_t k = nation ? number.end + 1 : number.end;
    if (!lexemes[k].is(Keyword::cents)) return std::nullopt;
    return worded(nation ? unit_named(next) : Unit::usd, number.value.scaled(-2), number.precision,
                  k + 1);
}

bool tells_of_rates(const Lexemes& lexemes, std::size_t i) {
    constexpr std::size_t kBefore = 10;
    constexpr std::size_t kBehind = 8;
    const std::size_t begin = i > kBefore ? i - kBefore : 0;
    for (std::size_t k = begin; k < i + kBehind && k < lexemes.size(); ++k) {
        if (lexemes[k].is(Keyword::interest)) return true;
    }
    return false;
}

// 升息半碼, 3碼, 一碼半: quarters of a percentage point, where rates are told of. `end` is behind
// the number of steps.
Worded read_rate_step(const Lexemes& lexemes, std::size_t i, Decimal steps, std::size_t end) {
    if (!lexemes[end].is(Keyword::rate_step) || !tells_of_rates(lexemes, i)) return std::nullopt;
    const bool half = lexemes[i].is(Keyword::han_half);
    const bool more = !half && lexemes[end + 1].is(Keyword::han_half);
    if (Decimal(20, 0) < steps) return std::nullopt;
    const Decimal rest(more ? 125 : 0, -1);
    const std::int64_t tenths = std::llround(steps.to_double() * 250);
    return worded(Unit::basis_points, Decimal(tenths, -1).plus(rest).value_or(rest), 3,
                  more ? end + 2 : end + 1);
}

// a year and a half, another month and a half.
Worded read_one_and_a_half(const Lexemes& lexemes, std::size_t i) {
    const bool one = lexemes[i].is(Keyword::a) || lexemes[i].is(Keyword::another);
    const Lexeme& unit = lexemes[i + 1];
    if (!one || !unit.is(Class::time_unit) || unit.han) return std::nullopt;
    const bool half = lexemes[i + 2].is(Keyword::word_and) && lexemes[i + 3].is(Keyword::a) &&
                      lexemes[i + 4].is(Keyword::half);
    const Lexeme& next = lexemes[i + 5];
    if (!half || next.is(Keyword::ago) || next.is(Keyword::earlier)) return std::nullopt;
    return worded(unit_named(unit), Decimal(15, -1), 2, i + 5);
}

// half an hour, half a year, 半小时, 半个月, 半年.
Worded read_half_time(const Lexemes& lexemes, std::size_t i) {
    const bool han = lexemes[i].is(Keyword::han_half);
    const bool joins = lexemes[i + 1].is(Keyword::a) || lexemes[i + 1].is_symbol('-');
    if (!han && !(lexemes[i].is(Keyword::half) && joins)) return {};
    std::size_t k = han ? i + 1 : i + 2;  // behind the half
    if (han && lexemes[k].is(Class::counter)) ++k;
    const Lexeme& unit = lexemes[k];
    const bool year = unit.is(Keyword::year_sign) && unit.end - unit.begin == 3;
    if (unit.han != han || (!year && !unit.is(Class::time_unit))) return std::nullopt;
    if (lexemes[k + 1].is(Keyword::ago) || lexemes[k + 1].is(Keyword::ago_sign))
        return passed_over(k + 1);
    const Unit named = year ? Unit::years : unit_named(unit);
    const bool report = named == Unit::years && lexemes[i + 1].is_symbol('-');  // half-year results
    if (report) return passed_over(k + 1);
    if (named == Unit::years) return worded(Unit::months, Decimal(6, 0), 1, k + 1);
    if (named == Unit::hours) return worded(Unit::minutes, Decimal(30, 0), 1, k + 1);
    return worded(named, Decimal(5, -1), 1, k + 1);
}

// 突破万亿元, 破百亿元
Worded read_bare_scale(const Lexemes& lexemes, std::size_t i) {
    const bool trillion = i > 0 && lexemes[i].is(Class::han_scale) && lexemes[i].value() == 4 &&
                          lexemes[i + 1].is(Class::han_scale) && lexemes[i + 1].value() == 8;
    const bool hedged = trillion && lexemes[i - 1].is(Class::qualifier);
    const auto currency = hedged ? read_currency(lexemes, i + 2) : std::nullopt;
    if (!currency) return std::nullopt;
    return worded(currency->unit, Decimal(1, 12), 1, currency->end);
}

// half a percentage point, a quarter of a percentage point, half a percent
Worded read_part_of_point(const Lexemes& lexemes, std::size_t i) {
    const bool half = lexemes[i].is(Keyword::half) && lexemes[i + 1].is(Keyword::a);
    const bool quarter = lexemes[i].is(Keyword::a) && lexemes[i + 1].is(Keyword::quarter) &&
                         lexemes[i + 2].is(Keyword::of) && lexemes[i + 3].is(Keyword::a);
    if (!half && !quarter) return std::nullopt;
    const std::size_t k = half ? i + 2 : i + 4;
    const Decimal value = half ? Decimal(5, -1) : Decimal(25, -2);
    if (lexemes[k].is(Class::percent)) return worded(Unit::percent, value, 1, k + 1);
    if (!lexemes[k].is(Keyword::percentage) || !lexemes[k + 1].is(Keyword::point))
        return std::nullopt;
    return worded(Unit::percentage_points, value, 1, k + 2);
}

// 近百家企业, 逾千人, 超万名
Worded read_hedged_round(const Lexemes& lexemes, std::size_t i) {
    const Lexeme& round = lexemes[i];
    const bool power = (round.is(Class::han_ten) || round.is(Class::han_scale)) &&
                       round.value() > 1 && round.value() < 5;
    const bool hedged =
        i > 0 && lexemes[i - 1].is(Class::qualifier) && lexemes[i - 1].han && are_glued(lexemes, i);
    if (!power || !hedged) return std::nullopt;
    Number number;
    number.value = Decimal(1, round.value());
    number.end = i + 1;
    number.precision = 1;
    number.scale = round.value();
    number.scaled = round.is(Class::han_scale);
    const auto unit = read_unit(lexemes, number);
    if (!unit) return std::nullopt;
    return worded(unit->unit, number.value, 1, unit->end);
}

// What the sign behind a number makes of it.
Worded read_behind_number(const Lexemes& lexemes, std::size_t i) {
    const auto number = read_number(lexemes, i);
    if (!number) return read_hedged_round(lexemes, i);
    const Lexeme& sign = lexemes[number->end];
    if (sign.is(Class::nation)) return read_cents(lexemes, *number);
    if (!sign.is(Class::keyword)) return std::nullopt;
    switch (static_cast<Keyword>(sign.value())) {
        case Keyword::han_li:
            return read_interest(lexemes, i, *number);
        case Keyword::cents:
            return read_cents(lexemes, *number);
        case Keyword::rate_step:
            if (number->scaled) return std::nullopt;
            return read_rate_step(lexemes, i, number->value, number->end);
        case Keyword::mao:
        case Keyword::kuai:
            return read_spoken_money(lexemes, *number);
        default:
            return std::nullopt;
    }
}

// Half a point, half an hour, a year and a half, for a year.
Worded read_of_words(const Lexemes& lexemes, std::size_t i) {
    if (auto found = read_one_and_a_half(lexemes, i)) return found;
    if (auto found = read_half_time(lexemes, i)) return found;
    if (auto found = read_part_of_point(lexemes, i)) return found;
    return read_one_time(lexemes, i);
}

}  // namespace

std::optional<WordedAmount> read_worded_amount(const Lexemes& lexemes, std::size_t begin) {
    switch (lexemes[begin].cls()) {
        case Class::number:
        case Class::cardinal:
        case Class::han_digit:
        case Class::han_ten:
            return read_behind_number(lexemes, begin);
        case Class::han_scale:
            if (auto found = read_hedged_round(lexemes, begin)) return found;
            return read_bare_scale(lexemes, begin);
        case Class::keyword:
            break;
        default:
            return std::nullopt;
    }
    if (lexemes[begin].is(Keyword::han_half) && lexemes[begin + 1].is(Keyword::rate_step))
        return read_rate_step(lexemes, begin, Decimal(5, -1), begin + 1);
    return read_of_words(lexemes, begin);
}

}  // namespace sinodex::quantities
