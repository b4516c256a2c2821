// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// Makes an amount of lexemes. Internal to this folder.

#include <vector>

#include "corpus/quantities/amounts.h"
#include "corpus/quantities/lexemes.h"

namespace sinodex::quantities {

// Replaces `amounts`.
void find_amounts(const TextOfLexemes& text, std::vector<Amount>& amounts);

}  // namespace sinodex::quantities
