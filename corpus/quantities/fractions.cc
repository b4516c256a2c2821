// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/fractions.h"

#include <cstdint>

#include "corpus/quantities/numbers.h"

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;

std::optional<Decimal> share(int part, int whole) {
    if (whole <= 0 || part < 0 || part > whole) return std::nullopt;
    return Decimal((std::int64_t{20000} * part + whole) / (2 * whole), -2);
}

// 1/3 of, 1/3的.
std::optional<Decimal> read_slashed_fraction(const Lexemes& lexemes, std::size_t i,
                                             std::size_t& end) {
    const Lexeme& whole = lexemes[i + 2];
    const bool glued = lexemes[i + 1].begin == lexemes[i].end && lexemes[i + 1].end == whole.begin;
    if (!lexemes[i + 1].is_symbol('/') || !glued || lexemes[i].digits != 1 || whole.digits == 0 ||
        whole.digits > 2) {
        return std::nullopt;
    }
    end = i + 3;
    const Lexeme& next = lexemes[end];
    const bool hedged = i > 0 && lexemes[i - 1].is(Class::qualifier);
    const bool of = next.is(Keyword::of) || next.is(Keyword::above) || next.is(Keyword::han_of);
    const int part = lexemes[i].small_number();
    if ((!of && !hedged) || part < 1 || part >= whole.small_number()) return std::nullopt;
    return share(part, whole.small_number());
}

std::optional<Decimal> read_half(const Lexemes& lexemes, std::size_t i, std::size_t& end) {
    end = i + 1;
    const Lexeme& next = lexemes[i + 1];
    const bool or_more = next.is(Keyword::word_or) &&
                         (lexemes[i + 2].is(Keyword::more) || lexemes[i + 2].is(Keyword::less));
    const bool whose = next.is(Class::other) && next.value() == kWhose;  // half its staff
    const bool of =
        next.is(Keyword::of) || next.is(Keyword::the) || lexemes[i].han || or_more || whose;
    const bool hedged =
        i > 0 && (lexemes[i - 1].is(Class::qualifier) || lexemes[i - 1].is(Keyword::than));
    const bool ordinal = i > 0 && lexemes[i - 1].is(Class::ordinal);
    if (!(of || hedged) || ordinal || next.is(Keyword::a)) return std::nullopt;
    return Decimal(50, 0);
}

// 近半, 超半, before neither a counter nor a unit.
std::optional<Decimal> read_bare_half(const Lexemes& lexemes, std::size_t i, std::size_t& end) {
    end = i + 1;
    const bool hedged = i > 0 && lexemes[i - 1].is(Class::qualifier) && lexemes[i - 1].han;
    const Lexeme& next = lexemes[end];
    const bool measured = next.is(Class::counter) || next.is(Class::time_unit) ||
                          next.is(Keyword::year_sign) || next.is(Keyword::month_sign) ||
                          next.is(Keyword::day_sign);
    return hedged && !measured ? std::optional(Decimal(50, 0)) : std::nullopt;
}

std::optional<Decimal> read_english_fraction(const Lexemes& lexemes, std::size_t i,
                                             std::size_t& end) {
    const int part = lexemes[i].is(Keyword::a) ? 1 : lexemes[i].value();
    std::size_t k = i + 1;
    if (lexemes[k].is(Keyword::out_of) && lexemes[k + 1].is(Keyword::of)) ++k;  // nine out of ten
    const bool among = lexemes[k].is(Keyword::in) || k > i + 1;
    if (among && lexemes[k + 1].is(Class::cardinal)) {
        end = k + 2;
        const int whole = lexemes[k + 1].value();
        return part < whole && part > 0 && lexemes[i].is(Class::cardinal) ? share(part, whole)
                                                                          : std::nullopt;
    }
    const bool hyphen = lexemes[k].is_symbol('-');
    if (hyphen) ++k;
    end = k + 1;
    if (lexemes[k].is(Class::fraction)) return share(part, lexemes[k].value());
    int whole = lexemes[k].is(Class::ordinal) ? lexemes[k].value() : 0;
    if (lexemes[k].is(Keyword::quarter)) whole = 4;
    if (whole < 3 || part != 1) return std::nullopt;
    const bool hedged =
        i > 0 && (lexemes[i - 1].is(Class::qualifier) || lexemes[i - 1].is(Keyword::than));
    const Lexeme& next = lexemes[k + 1];
    const bool by = i > 0 && lexemes[i - 1].is(Class::preposition) &&
                    lexemes[i - 1].value() == static_cast<int>(Preposition::by) &&
                    !next.is(Class::other) && !next.is(Class::noun);
    const bool owned = i > 0 && lexemes[i - 1].is(Class::other) &&
                       lexemes[i - 1].value() == kOwns &&
                       (next.is(Class::symbol) || next.is(Class::line));  // Uber owns a tenth.
    if (!hyphen && !next.is(Keyword::of) && !hedged && !by && !owned) return std::nullopt;
    return share(part, whole);
}

bool is_tenth(const Lexeme& lexeme) { return lexeme.is(Keyword::point) && lexeme.han; }

// 3成, 3.5成.
std::optional<Decimal> read_tenths(const Lexemes& lexemes, std::size_t i, std::size_t& end) {
    const Lexeme& number = lexemes[i];
    const Lexeme& sign = lexemes[i + 1];
    const bool few = !number.version && number.number < Decimal(10, 0);
    if (!is_tenth(sign) || sign.begin != number.end || !few) return std::nullopt;
    end = i + 2;
    const Lexeme& rest = lexemes[end];
    const bool more = number.digits == 1 && rest.begin == sign.end &&
                      (rest.digits == 1 || rest.is(Class::han_digit));
    const Decimal percent = number.number.scaled(1);
    if (!more) return percent;
    ++end;
    return percent.plus(rest.han ? Decimal(rest.value(), 0) : rest.number);
}

// 三分之一, 三成, 三成五.
std::optional<Decimal> read_han_fraction(const Lexemes& lexemes, std::size_t i, std::size_t& end) {
    const bool round = lexemes[i].is(Class::han_ten) || lexemes[i].is(Class::han_scale);
    if (round && lexemes[i + 1].is(Keyword::han_parts)) {  // 千分之一, 万分之五
        const auto part = read_number(lexemes, i + 2);
        if (!part || part->scaled || lexemes[i].value() == 2) return std::nullopt;
        end = part->end;
        return part->value.scaled(2 - lexemes[i].value());
    }
    const auto whole = read_number(lexemes, i);
    if (!whole || !whole->step.is_zero()) return std::nullopt;
    std::size_t k = whole->end;
    if (lexemes[k].is(Keyword::one_part)) {  // 三分一
        end = k + 1;
        return whole->scaled ? std::nullopt : share(1, static_cast<int>(whole->value.to_double()));
    }
    if (lexemes[k].is(Keyword::han_parts)) {
        const auto part = read_number(lexemes, k + 1);
        if (!part || whole->scaled || part->scaled) return std::nullopt;
        end = part->end;
        return share(static_cast<int>(part->value.to_double()),
                     static_cast<int>(whole->value.to_double()));
    }
    const bool tenths = k == i + 1 && lexemes[i].is(Class::han_digit) && is_tenth(lexemes[k]);
    if (!tenths) return std::nullopt;
    ++k;
    const bool half = lexemes[k].is(Keyword::han_half);  // 一成半
    const bool more = lexemes[k].is(Class::han_digit) || half;
    end = more ? k + 1 : k;
    const int rest = half ? 5 : more ? lexemes[k].value() : 0;
    return Decimal(lexemes[i].value() * 10 + rest, 0);
}

std::optional<Decimal> percent_at(const Lexemes& lexemes, std::size_t i, std::size_t& end) {
    const Lexeme& first = lexemes[i];
    if (first.is(Keyword::half)) return read_half(lexemes, i, end);
    const bool of_point = first.is(Keyword::a) && lexemes[i + 1].is(Keyword::quarter) &&
                          lexemes[i + 3].is(Keyword::a) && lexemes[i + 4].is(Keyword::percentage);
    if (is_quarter_of_scale(lexemes, i) || of_point) return std::nullopt;
    if (first.is(Keyword::han_half)) return read_bare_half(lexemes, i, end);
    if (first.is(Class::cardinal) || first.is(Keyword::a))
        return read_english_fraction(lexemes, i, end);
    if (first.is(Class::han_digit) || first.is(Class::han_ten) || first.is(Class::han_scale)) {
        return read_han_fraction(lexemes, i, end);
    }
    if (!first.is(Class::number)) return std::nullopt;
    const auto tenths = read_tenths(lexemes, i, end);
    return tenths ? tenths : read_slashed_fraction(lexemes, i, end);
}

}  // namespace

std::optional<Fraction> read_fraction(const std::vector<Lexeme>& lexemes, std::size_t begin) {
    std::size_t end = begin;
    const auto percent = percent_at(lexemes, begin, end);
    if (!percent) return std::nullopt;
    return Fraction{*percent, end};
}

}  // namespace sinodex::quantities
