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
};

// The unit that follows at `number.end`.
std::optional<UnitMatch> read_unit(const std::vector<Lexeme>& lexemes, const Number& number);

// The currency that follows at `begin`: yuan, Hong Kong dollars, 元人民币.
std::optional<UnitMatch> read_currency(const std::vector<Lexeme>& lexemes, std::size_t begin);

}  // namespace sinodex::quantities
