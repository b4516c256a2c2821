// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/understanding/understand.h"

namespace sinodex {

// So many translations of one word or phrase are searched for, at most.
inline constexpr std::size_t kMaxTranslations = 12;

// Adds to `understood`, whose terms and names are known, what the words of a query are in the other
// language: for each longest phrase of the database's dictionary, from left to right, those of its
// translations that articles hold, as one concept. What names something is not translated. Nothing
// where the database has no dictionary.
void add_translations(const ParsedQuery& query, const UnderstandingTools& tools,
                      UnderstoodQuery& understood);

}  // namespace sinodex
