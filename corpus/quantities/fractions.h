// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "corpus/quantities/decimal.h"
#include "corpus/quantities/lexemes.h"

namespace sinodex::quantities {

struct Fraction {
    Decimal percent;      // 33.33 for a third
    std::size_t end = 0;  // the lexeme behind it
};

// The share of a whole that begins at a lexeme: "a third of", "two-thirds", "one in five", "half
// of", 1/3 of, 三分之一, 三成五, 近半. None where there is none, or where the words may mean
// something else (the third, half a year). `lexemes` end with kPadding. Thread-safe.
std::optional<Fraction> read_fraction(const std::vector<Lexeme>& lexemes, std::size_t begin);

}  // namespace sinodex::quantities
