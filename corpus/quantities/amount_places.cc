// SPDX-License-Identifier: GPL-2.0-or-later

// Finds out whose 元 or ¥ is meant.

#include "corpus/quantities/amount_places.h"

#include <algorithm>

namespace sinodex::quantities {
namespace {

constexpr std::size_t kFarBack = 80;
constexpr std::size_t kFarAhead = 40;

// 1.04兆元, as trillions are written in Taiwan alone; 25兆瓦 is none.
bool is_sum_in_zhao(const std::vector<Lexeme>& lexemes, std::size_t i) {
    constexpr int kTrillions = 12;
    const Lexeme& scale = lexemes[i];
    if (!scale.is(Class::han_scale) || scale.value() != kTrillions) return false;
    const Lexeme& next = lexemes[i + 1];
    return next.is(Class::currency) || next.is(Class::symbol) || next.is(Class::line);
}

// The currency of the place that a lexeme names; kUnits for others.
int currency_told_by(const TextOfLexemes& text, std::size_t i) {
    const Lexeme& lexeme = text.lexemes[i];
    const bool told = lexeme.is(Class::place) || lexeme.is(Class::nation) ||
                      lexeme.is(Class::mark) || lexeme.is(Class::currency);
    if (told) {
        const bool plain = lexeme.value() == static_cast<int>(Unit::yen_or_yuan) ||
                           (lexeme.han && lexeme.end - lexeme.begin == 3 &&
                            lexeme.value() == static_cast<int>(Unit::cny));  // 元, not 咗
        return plain ? kUnits : lexeme.value();
    }
    if (lexeme.is(Keyword::republic)) return static_cast<int>(Unit::twd);  // 民国112年
    if (is_year_of_republic(text.lexemes, i)) return static_cast<int>(Unit::twd);
    if (is_sum_in_zhao(text.lexemes, i)) return static_cast<int>(Unit::twd);
    constexpr std::uint8_t kCodeDigits = 5;  // of Hong Kong's exchange: 00700
    const bool code =
        lexeme.is(Class::number) && lexeme.digits == kCodeDigits && text.text[lexeme.begin] == '0';
    return code ? static_cast<int>(Unit::hkd) : kUnits;
}

// The first of `wanted` that is told around `place`, what stands before it first.
template <typename Wanted>
std::optional<Unit> told_near(const TextOfLexemes& text, std::size_t place, const Wanted& wanted) {
    for (std::size_t i = place; i > 0 && place - i < kFarBack; --i) {
        const int unit = currency_told_by(text, i - 1);
        if (unit < kUnits && wanted(static_cast<Unit>(unit))) return static_cast<Unit>(unit);
    }
    for (std::size_t i = place; i < place + kFarAhead && i < text.lexemes.size(); ++i) {
        const int unit = currency_told_by(text, i);
        if (unit < kUnits && wanted(static_cast<Unit>(unit))) return static_cast<Unit>(unit);
    }
    return std::nullopt;
}

// The first of `wanted` that the beginning of the text tells.
template <typename Wanted>
std::optional<Unit> told_first(const TextOfLexemes& text, const Wanted& wanted) {
    constexpr std::size_t kBeginning = 200;
    for (std::size_t i = 0; i < std::min(kBeginning, text.lexemes.size()); ++i) {
        const int unit = currency_told_by(text, i);
        if (unit < kUnits && wanted(static_cast<Unit>(unit))) return static_cast<Unit>(unit);
    }
    return std::nullopt;
}

// Whether a text has more of Taiwan's names and words than of others': it tells of 中國, too, whose
// money it calls 人民幣.
bool is_from_taiwan(const TextOfLexemes& text) {
    constexpr std::size_t kBeginning = 400;
    constexpr int kLeast = 2;
    int taiwan = 0;
    int others = 0;
    for (std::size_t i = 0; i < std::min(kBeginning, text.lexemes.size()); ++i) {
        const int unit = currency_told_by(text, i);
        if (unit == static_cast<int>(Unit::twd)) ++taiwan;
        if (unit == static_cast<int>(Unit::cny) || unit == static_cast<int>(Unit::hkd)) ++others;
    }
    return taiwan >= kLeast && taiwan > others;
}

// The currency of which a text says that all plain sums are: （人民幣，下同）.
std::optional<Unit> said_for_all(const TextOfLexemes& text) {
    constexpr std::size_t kNear = 3;
    for (std::size_t i = 1; i < text.lexemes.size(); ++i) {
        if (!text.lexemes[i].is(Keyword::same_below)) continue;
        for (std::size_t k = i; k > 0 && i - k < kNear; --k) {
            const Lexeme& one = text.lexemes[k - 1];
            if (one.is(Class::currency)) return static_cast<Unit>(one.value());
        }
    }
    return std::nullopt;
}

// The currency that a plain $ in a Traditional text is most likely to be.
Unit dollar_at(const TextOfLexemes& text, std::size_t place) {
    const auto is_dollar = [](Unit unit) {
        return unit == Unit::hkd || unit == Unit::twd || unit == Unit::cny;
    };
    const auto near = told_near(text, place, is_dollar);
    return near == Unit::hkd ? Unit::hkd : Unit::usd;
}

}  // namespace

bool is_year_of_republic(const std::vector<Lexeme>& lexemes, std::size_t i) {
    constexpr int kFirst = 80;
    constexpr int kLast = 150;
    const Lexeme& year = lexemes[i];
    if (!year.is(Class::number) || year.digits != 3 || !lexemes[i + 1].is(Keyword::year_sign))
        return false;
    const int number = year.small_number();
    const Lexeme& next = lexemes[i + 2];
    const bool part = next.is(Keyword::prefix_ordinal) || (next.is(Class::quarter) && next.han) ||
                      (next.is(Class::half_year) && next.han) ||
                      (next.is(Class::number) && lexemes[i + 3].is(Keyword::month_sign));
    return number > kFirst && number < kLast && part;
}

Unit yuan_at(const TextOfLexemes& text, std::size_t place) {
    if (!text.traditional) return Unit::cny;
    const auto is_yuan = [](Unit unit) {
        return unit == Unit::cny || unit == Unit::hkd || unit == Unit::twd;
    };
    const auto near = told_near(text, place, is_yuan);
    if (near && *near != Unit::cny) return *near;
    if (is_from_taiwan(text)) return Unit::twd;
    return near ? *near : told_first(text, is_yuan).value_or(Unit::cny);
}

void settle_plain(const TextOfLexemes& text, const std::vector<AmountPlace>& places,
                  std::vector<Amount>& amounts) {
    const auto is_yen_or_yuan = [](Unit unit) { return unit == Unit::cny || unit == Unit::jpy; };
    const auto for_all = text.traditional ? said_for_all(text) : std::nullopt;
    for (std::size_t k = 0; k < amounts.size(); ++k) {
        if (!places[k].plain) continue;
        Unit& unit = amounts[k].unit;
        if (unit == Unit::cny) unit = for_all ? *for_all : yuan_at(text, places[k].begin);
        if (unit == Unit::usd) unit = dollar_at(text, places[k].begin);
        if (unit != Unit::yen_or_yuan) continue;
        const Unit unsaid = text.han ? Unit::cny : unit;
        unit = told_near(text, places[k].begin, is_yen_or_yuan).value_or(unsaid);
    }
}

}  // namespace sinodex::quantities
