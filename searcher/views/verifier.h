#pragma once

#include <string_view>

#include "corpus/schema/terms.h"
#include "searcher/search.h"
#include "searcher/views/verify.h"

namespace sinodex {

// Looks a quotation up. Articles that may hold it come from the article search, by the quotation's
// rarest words: at most 1,000 (kExactDepth) that hold all of the 8 rarest, and the best 50
// (kNearDepth) that hold some of the 16 rarest. These are read from beginning to end. See
// Searcher::verify for what it throws.
Verification verify(std::string_view quotation, std::size_t limit, const SearchTools& tools,
                    TermMaker& terms);

}  // namespace sinodex
