// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// How an amount is hedged. Internal to this folder.

#include <vector>

#include "corpus/quantities/amount_values.h"
#include "corpus/quantities/amounts.h"
#include "corpus/quantities/lexemes.h"

namespace sinodex::quantities {

// What stands before or behind the amount from `low` to `high`: nearly, no more than, 以上.
Qualifier qualifier_of(const std::vector<Lexeme>& lexemes, const Value& low, const Value& high);

}  // namespace sinodex::quantities
