// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// Units of time behind a number. Internal to this folder.

#include <optional>
#include <vector>

#include "corpus/quantities/amount_units.h"

namespace sinodex::quantities {

// The unit at `i`: hours, working days, 个小时, 年, 个半月. None where what follows makes it a
// date: 21年3月, three days ago.
std::optional<UnitMatch> read_time(const std::vector<Lexeme>& lexemes, const Number& number,
                                   std::size_t i);

// Whether months are a period and no length: 截至6月30日止六个月, "the first nine months".
bool is_part_of_period(const std::vector<Lexeme>& lexemes, std::size_t i);

}  // namespace sinodex::quantities
