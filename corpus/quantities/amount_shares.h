// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// Parts of a whole that are told in words. Internal to this folder.

#include <optional>
#include <vector>

#include "corpus/quantities/amount_values.h"
#include "corpus/quantities/lexemes.h"

namespace sinodex::quantities {

// Both ends of an amount; the same for one that is no range.
struct ValueRange {
    Value low;
    Value high;
};

// "a third of", "two-thirds", "one in five", "half of", 三分之一, 三成, 一半.
std::optional<ValueRange> read_share(const std::vector<Lexeme>& lexemes, std::size_t begin);

}  // namespace sinodex::quantities
