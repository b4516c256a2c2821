// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "searcher/understanding/understand.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

// Asks other machines ahead for what with_corrections() will want to know of a query.
void want_corrections(const UnderstoodQuery& query, const UnderstandingTools& tools);

// The query with its corrections.
std::string corrected(const std::string& query, const std::vector<Correction>& corrections);

}  // namespace sinodex
