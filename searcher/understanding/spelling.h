// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "searcher/understanding/understood_query.h"

namespace sinodex {

// The query with its corrections.
std::string corrected(const std::string& query, const std::vector<Correction>& corrections);

}  // namespace sinodex
