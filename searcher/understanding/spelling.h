// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "searcher/understanding/understand.h"

namespace sinodex {

// Finds, for words in Latin letters that no article holds and that name nothing known, the nearest
// word of the database: one edit away (two from ten letters on; swapped neighbours are one edit,
// Damerau 1964; a final "s" does not count), the first letter being right; or two words that were
// run together. Function words are never meant. Looks through the terms with the same first letter:
// some milliseconds a word in a large database.
std::vector<Correction> corrections_of(const UnderstoodQuery& query,
                                       const UnderstandingTools& tools);

// Adds the query's corrections to what it finds, as concepts, if other words of it stand in
// articles. (If none does nothing matches, and a search for the corrected query is to be made.)
void add_spellings(const UnderstandingTools& tools, UnderstoodQuery& query);

// The query with its corrections.
std::string corrected(const std::string& query, const std::vector<Correction>& corrections);

}  // namespace sinodex
