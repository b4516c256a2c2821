// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/amount_values.h"

#include <cmath>

#include "corpus/quantities/amount_units.h"

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;

// 一年零三个月
void take_months_more(const Lexemes& lexemes, Value& value) {
    const Lexeme& zero = lexemes[value.end];
    const bool joins = value.unit == Unit::years && !value.more && zero.is(Class::han_digit) &&
                       zero.value() == 0 && zero.begin == lexemes[value.end - 1].end;
    const auto months = joins ? read_number(lexemes, value.end + 1) : std::nullopt;
    if (!months || !lexemes[months->end].is(Class::time_unit) ||
        lexemes[months->end].value() != static_cast<int>(Unit::months)) {
        return;
    }
    const double all = value.number.value.to_double() * 12 + months->value.to_double();
    value.number.value = Decimal(std::llround(all), 0);
    value.number.precision = 2;
    value.unit = Unit::months;
    value.end = months->end + 1;
}

// 20€
bool is_mark_behind(const Lexemes& lexemes, std::size_t i) {
    const bool euros = lexemes[i].value() == static_cast<int>(Unit::eur);  // 20 €
    return lexemes[i].is(Class::mark) && (euros || lexemes[i - 1].end == lexemes[i].begin) &&
           !lexemes[i + 1].is(Class::number);
}

// 三年半
void take_half_year(const Lexemes& lexemes, Value& value) {
    const Lexeme& half = lexemes[value.end];
    if (value.unit != Unit::years || !half.is(Keyword::han_half)) return;
    if (half.begin != lexemes[value.end - 1].end) return;
    value.number.value = value.number.value.plus(Decimal(5, -1)).value_or(value.number.value);
    value.number.precision = 2;
    ++value.end;
}

// The yuan of "RMB 5 billion yuan", the 元 of "人民币80亿元", which also settles what a ¥ is.
void take_second_currency(const Lexemes& lexemes, Value& value) {
    if (lexemes[value.end].is(Class::suffix)) return;
    const auto second = read_currency(lexemes, value.end);
    if (!second) return;
    const bool same = second->unit == *value.unit;
    const bool settles = *value.unit == Unit::yen_or_yuan &&
                         (second->unit == Unit::cny || second->unit == Unit::jpy);
    const bool plain_dollars = is_currency(*value.unit) && second->unit == Unit::usd;
    const bool generic = lexemes[value.end].han && second->unit == Unit::cny;
    if (!same && !settles && !plain_dollars && !generic) return;
    if (settles) value.unit = second->unit;
    value.end = second->end;
}

// The k of 50k H100s; `end` is behind it.
bool is_thousands_of_name(const Lexemes& lexemes, std::size_t end) {
    const Lexeme& next = lexemes[end];
    return lexemes[end - 1].value() == 3 && !lexemes[end - 1].capital && next.is(Class::other) &&
           next.capital && !next.han;
}

// rev 12.3B vs 11.9B
bool is_told_as_money(const Lexemes& lexemes, const Value& value) {
    if (value.begin == 0 || !lexemes[value.end - 1].capital) return false;
    const Lexeme& before = lexemes[value.begin - 1];
    return before.is(Keyword::money_word) ||
           (before.is(Class::other) && before.value() == kComparedWith);
}

// 182亿, 230m phones, 两千八; 百亿 where it is hedged or money is told of.
bool is_bare_amount(const Lexemes& lexemes, const Value& value) {
    const Number& number = value.number;
    if (number.led_by_ten) {
        const Lexeme before = value.begin > 0 ? lexemes[value.begin - 1] : Lexeme();
        return number.scale >= 8 && (before.is(Class::qualifier) || before.is(Keyword::money_word));
    }
    if (number.scaled && number.scale >= 3) return !number.year_like || number.scale > 3;
    if (number.letter) return is_counted_behind(lexemes, value) || is_told_as_money(lexemes, value);
    return number.clipped && number.scale >= 3;
}

}  // namespace

std::optional<Value> read_value(const Lexemes& lexemes, std::size_t begin) {
    Value value;
    value.begin = begin;
    std::size_t i = begin;
    bool hedged = false;
    if (lexemes[i].is(Class::mark) || lexemes[i].is(Class::currency)) {
        const bool rate =
            i > 1 && lexemes[i - 1].is_symbol('/') && lexemes[i - 2].is(Class::currency);
        if (rate) return std::nullopt;  // USD/CNY 7.04
        value.unit = static_cast<Unit>(lexemes[i++].value());
        const bool brief = lexemes[i - 1].end - lexemes[i - 1].begin == 2;  // Rs.
        if (brief && lexemes[i].is_symbol('.')) ++i;
        hedged = lexemes[i].is(Class::qualifier) && lexemes[i].han && lexemes[i - 1].han &&
                 lexemes[i - 1].end - lexemes[i - 1].begin > 3;
        if (hedged) ++i;  // 台币约20兆
    }
    bool percent = lexemes[i].is(Keyword::han_percent);
    if (percent) ++i;
    const auto number = read_number(lexemes, i);
    if (!number || (hedged && !number->scaled)) return std::nullopt;
    value.number = *number;
    value.end = number->end;
    value.more = number->more;
    value.about = number->about;
    if (percent) {
        value.unit = Unit::percent;
    } else if (value.unit) {
        take_second_currency(lexemes, value);
    } else if (const auto unit = read_unit(lexemes, *number)) {
        value.unit = unit->unit;
        value.end = unit->end;
        value.more = value.more || unit->more;
        const Decimal in_unit = number->value.scaled(unit->power);
        value.number.value = in_unit.plus(unit->rest).value_or(in_unit);
        if (!unit->rest.is_zero()) ++value.number.precision;
    } else if (is_mark_behind(lexemes, value.end)) {
        value.unit = static_cast<Unit>(lexemes[value.end++].value());
    }
    take_half_year(lexemes, value);
    take_months_more(lexemes, value);
    return value;
}

bool is_counted_behind(const Lexemes& lexemes, const Value& value) {
    const Lexeme& next = lexemes[value.end];
    const bool noun = next.is(Class::noun) && !next.han && !next.capital;
    return noun || next.plural_form || (next.is(Keyword::of) && value.end + 1 < lexemes.size()) ||
           (next.is(Class::other) && !next.han && lexemes[value.end + 1].plural_form) ||
           lexemes[value.end - 1].value() == 4 || is_thousands_of_name(lexemes, value.end);
}

bool is_amount(const Lexemes& lexemes, const Value& value) {
    const Lexeme& first = lexemes[value.begin];
    const bool ends = !value.number.step.is_zero();
    constexpr int kEighty = 8;
    if (ends && value.unit == Unit::years && !(value.number.value < Decimal(kEighty, 0)))
        return false;  // 八九年, but not 三四年
    if (!value.unit) return is_bare_amount(lexemes, value);
    if (first.is(Keyword::a) && !value.number.scaled) return false;
    return !value.number.year_like || !is_count(*value.unit);
}

}  // namespace sinodex::quantities
