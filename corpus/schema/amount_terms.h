// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/quantities/amounts.h"

namespace sinodex {

// Terms of amounts, with the field's prefix. Within a unit they stand in the order of the values,
// so that a range of amounts is a range of terms:
//
//   XMcny:30:18228    1.8228e10 yuan: unit, exponent + 20 of the first digit, digits
//   XMcny#30:1        its bucket: all amounts with this exponent and first digit
//
// Both ends of a range are indexed. Zero has no terms; neither has what is below 10^-20.
std::vector<std::string> index_terms(const Amount& amount);

// "XMcny:" or "XMcny#", which all terms of a unit begin with.
std::string amount_prefix(Unit unit, bool bucket);

// Returns what follows the prefix: "30:18228". Empty for a value without terms.
std::string sortable(Decimal value);

}  // namespace sinodex
