// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "searcher/understanding/understand.h"

namespace sinodex {

// Fills in what must hold of an article, if anything: its condition, the phrases that it speaks of,
// those that are only preferred and what must hold without them. Adds warnings.
void add_conditions(const ParsedQuery& query, const UnderstandingTools& tools,
                    UnderstoodQuery& understood);

// What must hold when no article holds what a condition says: any word of its phrases is enough,
// but of those that are strict or excluded; a phrase of which articles hold no word says nothing.
// Returns which phrases were loosened.
std::vector<std::size_t> loosen_phrases(Condition& condition, const Xapian::Database& database);

}  // namespace sinodex
