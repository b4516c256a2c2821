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

bool is_plain_yuan(const Lexeme& one) {
    return one.han && one.end - one.begin == 3 && one.value() == static_cast<int>(Unit::cny);
}

// What stands behind 万 or 亿 in the head of a column.
bool is_counted_in_head(const Lexeme& one) {
    return one.han && (one.is(Class::counter) || one.is(Class::noun) || one.is(Class::other));
}

bool is_part_of_unit(const Lexemes& lexemes, std::size_t i) {
    return is_money(lexemes[i]) || is_head_scale(lexemes[i]) || lexemes[i].is(Class::percent) ||
           is_thousands(lexemes, i);
}

// The users, people, shares and so on that a head names.
std::optional<Unit> noun_between(const Lexemes& lexemes, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        const bool noun = lexemes[i].is(Class::noun);
        if (noun && static_cast<Unit>(lexemes[i].value()) != Unit::count)
            return static_cast<Unit>(lexemes[i].value());
    }
    return std::nullopt;
}

// What is but a unit.
std::optional<Head> unit_between(const Lexemes& lexemes, std::size_t begin, std::size_t end) {
    Head head;
    bool unit = false;
    for (std::size_t i = begin; i < end; ++i) {
        const Lexeme& one = lexemes[i];
        if (is_money(one) || one.is(Class::percent)) {
            const bool money = is_money(one);
            if (unit && !money) return std::nullopt;
            head.unit = money ? static_cast<Unit>(one.value()) : Unit::percent;
            head.plain = money && !unit && is_plain_yuan(one);
            unit = true;
        } else if (one.is(Class::nation) && is_money(lexemes[i + 1])) {
            continue;
        } else if (is_head_scale(one)) {
            head.scale += one.value();
        } else if (is_thousands(lexemes, i)) {
            head.scale += kThousands;
            ++i;
        } else if (!unit && head.scale >= 4 && is_counted_in_head(one)) {
            unit = true;  // 销量（万辆）, 持股（万股）
            if (one.is(Class::noun)) head.unit = static_cast<Unit>(one.value());
        } else if (!one.is(Keyword::of)) {
            return std::nullopt;
        }
    }
    if (!unit || (head.unit == Unit::percent && head.scale != 0)) return std::nullopt;
    head.end = end;
    return head;
}

// The unit that the cell ends with, behind a name: Stake %, Revenue RMB bn, 月增%.
std::optional<Head> unit_at_end(const Lexemes& lexemes, std::size_t begin, std::size_t end) {
    std::size_t i = end;
    while (i > begin && (is_part_of_unit(lexemes, i - 1) || lexemes[i - 1].is(Keyword::of))) --i;
    if (i == end || (i > begin && lexemes[i - 1].is(Class::number))) return std::nullopt;
    const auto head = unit_between(lexemes, i, end);
    const bool sure = head && (head->scale > 0 || (head->unit == Unit::percent && i > begin));
    return sure ? head : std::nullopt;
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
    const bool opened = bracket || han || lexemes[begin].is(Keyword::in);
    std::size_t k = opened ? begin + 1 : begin;
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
            head.plain = !money && is_plain_yuan(one);
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
    const bool cell = lexemes[k].is_symbol('\t') || lexemes[k].is_symbol('|');
    const bool closed = bracket  ? lexemes[k].is_symbol(')')
                        : opened ? lexemes[k].is(Class::line) || cell
                                 : cell;
    const bool scaled = bracket || han || head.scale > 0;
    return money && closed && scaled ? std::optional(head) : std::nullopt;
}

std::optional<Head> head_of_cell(const Lexemes& lexemes, std::size_t begin, std::size_t end) {
    const bool bracket = end > begin && lexemes[end - 1].is_symbol(')');
    if (bracket) --end;
    for (std::size_t i = end; i > begin; --i) {
        const Lexeme& before = lexemes[i - 1];
        const bool opens = before.is_symbol('(') || before.is_symbol(',') || before.is(Keyword::in);
        if (opens) {
            if (auto head = unit_between(lexemes, i, end)) return head;
            const bool scaled = i + 1 == end && is_head_scale(lexemes[i]);  // Users (m)
            const auto noun = scaled ? noun_between(lexemes, begin, i) : std::nullopt;
            if (!noun) return std::nullopt;
            Head head;
            head.unit = *noun;
            head.scale = lexemes[i].value();
            head.end = end;
            return head;
        }
        if (before.is(Class::symbol)) break;
    }
    return bracket ? std::nullopt : unit_at_end(lexemes, begin, end);
}

std::optional<Head> head_of_phrase(const Lexemes& lexemes, std::size_t begin) {
    std::size_t end = begin;
    while (is_part_of_unit(lexemes, end) || lexemes[end].is(Keyword::of))
        end += is_thousands(lexemes, end) ? 2U : 1U;
    if (end == begin) return std::nullopt;
    const auto head = unit_between(lexemes, begin, end);
    return head && head->scale > 0 && is_currency(head->unit) ? head : std::nullopt;
}

std::optional<Head> head_of_caption(const Lexemes& lexemes, std::size_t end) {
    constexpr std::size_t kLongest = 40;
    for (std::size_t i = end; i > 0 && end - i < kLongest; --i) {
        const Lexeme& before = lexemes[i - 1];
        if (before.is(Class::line)) break;
        const bool opens = before.is_symbol('(') || before.is_symbol(',') ||
                           before.is_symbol(';') || before.is_symbol(':') || before.is(Keyword::in);
        if (!opens) continue;
        if (auto head = head_of_phrase(lexemes, i)) return head;
    }
    return std::nullopt;
}

}  // namespace sinodex::quantities
