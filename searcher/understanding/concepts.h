// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/understanding/understand.h"

namespace sinodex {

// Adds to `understood`, whose terms are known, what the words of a query name or mean: entities,
// amounts, times, synonyms, and what belongs to the entities.
void add_concepts(const ParsedQuery& query, const UnderstandingTools& tools,
                  const Expansions& expand, UnderstoodQuery& understood);

// Says which of the query's terms are words of a part of it.
std::vector<std::size_t> terms_within(const UnderstoodQuery& query, ByteRange part);

}  // namespace sinodex
