// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

#include "searcher/understanding/condition.h"

namespace sinodex {

// Loosens a condition that no article meets: any word of its phrases is enough, but for those that
// are strict or excluded; a phrase of which articles hold no word says nothing. Returns which
// phrases were loosened.
std::vector<std::size_t> loosen_phrases(Condition& condition, const Xapian::Database& database);

}  // namespace sinodex
