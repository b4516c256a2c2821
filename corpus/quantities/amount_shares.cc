// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/amount_shares.h"

#include "corpus/quantities/fractions.h"

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;

std::optional<Value> fraction_at(const Lexemes& lexemes, std::size_t i) {
    const auto fraction = read_fraction(lexemes, i);
    if (!fraction) return std::nullopt;
    Value value;
    value.number.value = fraction->percent;
    value.number.precision = 2;
    value.unit = Unit::percent;
    value.begin = i;
    value.end = fraction->end;
    value.more = lexemes[value.end].han && lexemes[value.end].is(Keyword::more);
    return value;
}

// 2到3成, 三至五成: the first end has no sign.
std::optional<ValueRange> read_tenths_range(const Lexemes& lexemes, std::size_t i) {
    const Lexeme& digit = lexemes[i];
    const Lexeme& joint = lexemes[i + 1];
    const bool joins =
        joint.is_symbol('-') || joint.is_symbol('~') || (joint.is(Keyword::to) && joint.han);
    const bool follows = digit.is(Class::han_digit) && joint.is(Class::han_digit) &&
                         joint.value() == digit.value() + 1;  // 七八成
    if (!(joins || follows) || !(digit.is(Class::han_digit) || digit.digits == 1))
        return std::nullopt;
    const std::size_t k = follows ? i + 1 : i + 2;
    const Lexeme& sign = lexemes[k + 1];
    const auto second =
        sign.is(Keyword::point) && sign.han ? fraction_at(lexemes, k) : std::nullopt;
    if (!second) return std::nullopt;
    Value first = *second;
    first.begin = i;
    const Decimal tenths = digit.han ? Decimal(digit.value(), 0) : digit.number;
    first.number.value = tenths.scaled(1);
    if (!(first.number.value < second->number.value)) return std::nullopt;
    return ValueRange{first, *second};
}

}  // namespace

std::optional<ValueRange> read_share(const Lexemes& lexemes, std::size_t i) {
    if (const auto tenths = read_tenths_range(lexemes, i)) return tenths;
    const auto first = fraction_at(lexemes, i);
    if (!first) return std::nullopt;
    const Lexeme& joint = lexemes[first->end];
    const bool joins =
        joint.is_symbol('-') || joint.is_symbol('~') || (joint.is(Keyword::to) && joint.han);
    const auto second = joins ? fraction_at(lexemes, first->end + 1) : std::nullopt;
    const bool range = second && first->number.value < second->number.value;
    return ValueRange{*first, range ? *second : *first};
}

}  // namespace sinodex::quantities
