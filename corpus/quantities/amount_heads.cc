// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/amount_heads.h"

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;

constexpr int kThousands = 3;

// The '000 of US$'000.
bool is_thousands(const Lexemes& lexemes, std::size_t i) {
    const Lexeme& zeros = lexemes[i + 1];
    return lexemes[i].is_symbol('\'') && zeros.digits == 3 && zeros.small_number() == 0;
}

bool is_money(const Lexeme& one) { return one.is(Class::mark) || one.is(Class::currency); }

// What stands behind 万 or 亿 in the head of a column.
bool is_counted_in_head(const Lexeme& one) {
    return one.han && (one.is(Class::counter) || one.is(Class::noun) || one.is(Class::other));
}

// What is but a unit.
std::optional<Head> unit_between(const Lexemes& lexemes, std::size_t begin, std::size_t end) {
    Head head;
    bool unit = false;
    for (std::size_t i = begin; i < end; ++i) {
        const Lexeme& one = lexemes[i];
        if (is_money(one) || one.is(Class::percent)) {
            const bool money = is_money(one);
            head.unit = money ? static_cast<Unit>(one.value()) : Unit::percent;
            if (unit && !money) return std::nullopt;
            unit = true;
        } else if (is_head_scale(one)) {
            head.scale += one.value();
        } else if (is_thousands(lexemes, i)) {
            head.scale += kThousands;
            ++i;
        } else if (!unit && head.scale >= 4 && is_counted_in_head(one)) {
            unit = true;  // 销量（万辆）
        } else if (!one.is(Keyword::of)) {
            return std::nullopt;
        }
    }
    if (!unit || (head.unit == Unit::percent && head.scale != 0)) return std::nullopt;
    return head;
}

}  // namespace

bool is_head_scale(const Lexeme& lexeme) {
    return lexeme.is(Class::scale) || lexeme.is(Class::plural_scale) || lexeme.is(Class::suffix) ||
           lexeme.is(Class::han_scale) || lexeme.is(Class::han_ten) ||
           (lexeme.is(Class::letter_suffix) && lexeme.value() >= 6);
}

std::optional<Head> read_head(const Lexemes& lexemes, std::size_t begin) {
    const bool bracket = lexemes[begin].is_symbol('(');
    const bool han = lexemes[begin].is(Keyword::han_unit);
    std::size_t k = begin + 1;
    if (bracket && lexemes[k].is(Keyword::han_unit)) ++k;
    if (lexemes[k].is_symbol(':')) ++k;
    Head head;
    bool money = false;
    for (std::size_t steps = 0; steps < 8; ++steps, ++k) {
        const Lexeme& one = lexemes[k];
        if (is_money(one)) {
            const bool plain = one.value() == static_cast<int>(Unit::usd) ||
                               (one.han && one.end - one.begin == 3);  // 新台币亿元
            if (!money || !plain) head.unit = static_cast<Unit>(one.value());
            money = true;
        } else if (one.is(Class::nation)) {
            head.unit = static_cast<Unit>(one.value());
        } else if (is_head_scale(one)) {
            head.scale += one.value();
        } else if (is_thousands(lexemes, k)) {
            head.scale += kThousands;
            ++k;
        } else if (bracket && one.is(Class::percent) && !money && head.scale == 0) {
            head.unit = Unit::percent;
            money = true;
        } else if (!one.is(Keyword::in) && !one.is(Keyword::of)) {
            break;
        }
    }
    head.end = k;
    const bool closed = bracket ? lexemes[k].is_symbol(')') : lexemes[k].is(Class::line);
    const bool scaled = bracket || han || head.scale > 0;
    return money && closed && scaled ? std::optional(head) : std::nullopt;
}

std::optional<Head> head_of_cell(const Lexemes& lexemes, std::size_t begin, std::size_t end) {
    if (end > begin && lexemes[end - 1].is_symbol(')')) --end;
    for (std::size_t i = end; i > begin; --i) {
        const Lexeme& before = lexemes[i - 1];
        const bool opens = before.is_symbol('(') || before.is_symbol(',') || before.is(Keyword::in);
        if (opens) return unit_between(lexemes, i, end);
        if (before.is(Class::symbol)) break;
    }
    return std::nullopt;
}

}  // namespace sinodex::quantities
