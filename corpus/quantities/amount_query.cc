// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/amount_query.h"

#include <algorithm>
#include <string>

#include "corpus/error.h"
#include "corpus/quantities/amount_units.h"
#include "corpus/quantities/lexemes.h"
#include "corpus/quantities/numbers.h"

namespace sinodex {
namespace {

using quantities::Class;

[[noreturn]] void refuse_amount(std::string_view text, const std::string& why) {
    throw Error(ErrorKind::usage, "\"" + std::string(text) + "\" is no amount: " + why,
                "write $1.1tn, usd>1tn, cny:1bn..50bn, 5% or >=10bn");
}

// An end of the range. The places of `value` below `step` were not written.
struct Bound {
    Decimal value;
    Decimal step;
    std::optional<Unit> unit;
};

std::string_view trimmed_spaces(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

// One unit of the last place that was written: 0.1bn for 18.2bn, 1bn for 10bn, 1 for 20,000.
Decimal step_of(const quantities::Lexeme& digits, const quantities::Number& number) {
    if (!digits.is(Class::number)) return {1, number.value.exponent()};
    const int size = static_cast<int>(std::to_string(digits.number.mantissa()).size());
    const int place = digits.number.exponent() + size - digits.precision;
    return {1, std::min(place, 0) + number.scale};
}

Bound parse_bound(std::string_view part, std::string_view all) {
    quantities::LexemeReader reader;
    const auto& lexemes = reader.read(part);
    Bound bound;
    std::size_t i = 0;
    if (lexemes[0].is(Class::mark) || lexemes[0].is(Class::currency)) {
        bound.unit = static_cast<Unit>(lexemes[i++].value());
    }
    const bool percent = lexemes[i].is(quantities::Keyword::han_percent);
    if (percent) ++i;
    const auto number = quantities::read_number(lexemes, i);
    if (!number) refuse_amount(all, "a number is missing");
    bound.value = number->value;
    bound.step = step_of(lexemes[i], *number);
    i = number->end;
    if (percent) {
        bound.unit = Unit::percent;
    } else if (const auto unit = quantities::read_unit(lexemes, *number)) {
        if (!bound.unit) bound.unit = unit->unit;
        i = unit->end;
    }
    if (lexemes[i].begin < part.size()) {
        refuse_amount(all, "\"" + std::string(part.substr(lexemes[i].begin)) + "\" is too much");
    }
    return bound;
}

// Takes a unit by its name, and a colon, off the front.
std::optional<Unit> take_unit(std::string_view& text) {
    std::size_t size = 0;
    while (size < text.size() && (text[size] == '_' || (text[size] | 0x20) >= 'a') &&
           (text[size] | 0x20) <= 'z') {
        ++size;
    }
    std::string name(text.substr(0, size));
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    if (name == "rmb") name = "cny";
    for (int i = 0; i < kUnits; ++i) {
        if (unit_name(static_cast<Unit>(i)) != name) continue;
        text.remove_prefix(size);
        if (text.starts_with(":") || text.starts_with("=")) text.remove_prefix(1);
        return static_cast<Unit>(i);
    }
    return std::nullopt;
}

bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

void settle_unit(AmountQuery& query, std::optional<Unit> unit, std::string_view all) {
    if (query.unit && unit && *query.unit != *unit) refuse_amount(all, "it has two units");
    if (unit) query.unit = unit;
}

void parse_range(AmountQuery& query, std::string_view text, std::size_t dots,
                 std::string_view all) {
    const std::string_view first = trimmed_spaces(text.substr(0, dots));
    const std::string_view last = trimmed_spaces(text.substr(dots + 2));
    if (first.empty() && last.empty()) refuse_amount(all, "a number is missing");
    if (!first.empty()) {
        const Bound bound = parse_bound(first, all);
        query.low = bound.value;
        settle_unit(query, bound.unit, all);
    }
    if (!last.empty()) {
        const Bound bound = parse_bound(last, all);
        query.high = bound.value;
        settle_unit(query, bound.unit, all);
    }
    if (query.low && query.high && *query.high < *query.low) {
        refuse_amount(all, "the range ends before it begins");
    }
}

void parse_single(AmountQuery& query, std::string_view text, std::string_view all) {
    const Bound bound = parse_bound(trimmed_spaces(text), all);
    settle_unit(query, bound.unit, all);
    const Decimal half(bound.step.mantissa() * 5, bound.step.exponent() - 1);
    query.low = bound.value.plus({-half.mantissa(), half.exponent()}).value_or(bound.value);
    query.high = bound.value.plus(half).value_or(bound.value);
    if (query.low->mantissa() < 0) query.low = Decimal();
    query.high_open = true;
}

}  // namespace

AmountQuery parse_amount_query(std::string_view all) {
    AmountQuery query;
    std::string_view text = trimmed_spaces(all);
    query.unit = take_unit(text);
    text = trimmed_spaces(text);
    const bool at_least = take(text, ">=");
    const bool at_most = !at_least && take(text, "<=");
    const bool more = !at_least && !at_most && take(text, ">");
    const bool less = !at_least && !at_most && !more && take(text, "<");
    if (at_least || at_most || more || less) {
        const Bound bound = parse_bound(trimmed_spaces(text), all);
        settle_unit(query, bound.unit, all);
        ((at_least || more) ? query.low : query.high) = bound.value;
        query.low_open = more;
        query.high_open = less;
        return query;
    }
    const std::size_t dots = text.find("..");
    if (dots != text.npos) {
        parse_range(query, text, dots, all);
    } else {
        parse_single(query, text, all);
    }
    return query;
}

bool matches(const AmountQuery& query, const Amount& amount) {
    if (query.unit && !may_be_same(*query.unit, amount.unit)) return false;
    const bool below =
        query.low && (query.low_open ? !(*query.low < amount.high) : amount.high < *query.low);
    const bool above =
        query.high && (query.high_open ? !(amount.low < *query.high) : *query.high < amount.low);
    return !below && !above;
}

}  // namespace sinodex
