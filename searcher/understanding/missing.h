// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/understanding/understand.h"

namespace sinodex {

// The words of a query, excluded ones too, that no article holds in any form and for which nothing
// else stands in: bytes of the query, in their order, neighbouring Chinese characters as one.
std::vector<ByteRange> missing_words(const ParsedQuery& query, const UnderstandingTools& tools,
                                     const UnderstoodQuery& understood);

}  // namespace sinodex
