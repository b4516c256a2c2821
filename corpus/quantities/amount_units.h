// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// The unit behind a number. Internal to this folder.

#include <optional>

#include "corpus/quantities/numbers.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {

struct UnitMatch {
    Unit unit = Unit::count;
    std::size_t end = 0;  // index behind its last lexeme
    bool more = false;    // 三年多
    int power = 0;        // the power of ten that the word stands for: 1 for decades, in years
    Decimal rest;         // of the unit, to be added: 两个半小时
};

inline UnitMatch matched(Unit unit, std::size_t end) {
    UnitMatch match;
    match.unit = unit;
    match.end = end;
    return match;
}
inline Unit unit_of(const Lexeme& lexeme) { return static_cast<Unit>(lexeme.value()); }
// Whether nothing stands between the lexeme at `i` and the one before.
inline bool are_glued(const std::vector<Lexeme>& lexemes, std::size_t i) {
    return i > 0 && lexemes[i - 1].end == lexemes[i].begin;
}

// The unit that follows at `number.end`.
std::optional<UnitMatch> read_unit(const std::vector<Lexeme>& lexemes, const Number& number);

// The currency that follows at `begin`: yuan, Hong Kong dollars, 元人民币.
std::optional<UnitMatch> read_currency(const std::vector<Lexeme>& lexemes, std::size_t begin);

}  // namespace sinodex::quantities
