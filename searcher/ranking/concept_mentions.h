// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "corpus/schema/record.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

// Where a record mentions what a query names, by whatever name or notation; in order. None for
// synonyms, which are words.
std::vector<ByteRange> mentions_of(const QueryConcept& named, const Findings& findings);

}  // namespace sinodex
