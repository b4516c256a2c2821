#pragma once

#include "searcher/understanding/understand.h"

namespace sinodex {

// Adds to `understood`, whose terms are known, the entities, amounts and times that the words of a
// query name.
void add_concepts(const ParsedQuery& query, const UnderstandingTools& tools,
                  UnderstoodQuery& understood);

}  // namespace sinodex
