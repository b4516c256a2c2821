// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// Amounts that are not simply a number and its unit: half an hour, 38 cents, 3块5, 半碼. Internal
// to this folder.

#include <cstddef>
#include <optional>
#include <vector>

#include "corpus/quantities/decimal.h"
#include "corpus/quantities/lexemes.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {

struct WordedAmount {
    std::optional<Unit> unit;  // none where the words at the place are surely no amount
    Decimal value;
    int precision = 1;
    std::size_t end = 0;
};

std::optional<WordedAmount> read_worded_amount(const std::vector<Lexeme>& lexemes,
                                               std::size_t begin);

}  // namespace sinodex::quantities
