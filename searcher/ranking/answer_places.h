// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/schema/record.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

// Where a passage holds the sort of thing that would answer a query, as offsets of bytes in its
// article, in no order: sums of money, shares, durations; counts and other numbers that are no
// years; dates; anybody but `known`, ids of entities; words that give a reason.
std::vector<std::uint32_t> answer_places(Wanted wanted, const Record& record, ByteRange passage,
                                         const std::vector<std::string>& known);

}  // namespace sinodex
