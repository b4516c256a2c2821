// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "corpus/entities/knowledge.h"
#include "searcher/api/understood_part.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

// Returns the rule by which what a query names or means is marked in texts.
MatchRule rule_of(const QueryConcept& named);

// Returns what a query's words name or mean, for whoever wants to show it: in the order of the
// words, and of the rules for the same words. The knowledge is that which the query was understood
// by.
std::vector<UnderstoodPart> understood_parts(const UnderstoodQuery& query,
                                             const Knowledge& knowledge);

}  // namespace sinodex
