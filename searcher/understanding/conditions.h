#pragma once

#include <optional>

#include "searcher/understanding/understand.h"

namespace sinodex {

// What must hold of an article, or nothing when any word of the query will do. Adds the phrases
// that it speaks of, and warnings, to `understood`.
std::optional<Condition> condition_of(const ParsedQuery& query, const UnderstandingTools& tools,
                                      UnderstoodQuery& understood);

}  // namespace sinodex
