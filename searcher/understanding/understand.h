#pragma once

#include "corpus/schema/terms.h"
#include "corpus/text/analyzer.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

inline constexpr std::size_t kMaxTerms = 64;
inline constexpr std::size_t kMaxPhraseWords = 16;

// Analyses a parsed query. Commonest words (the, of) score only when there are no others. What is
// over a limit is left out with a warning. The two tools are the calling thread's.
UnderstoodQuery understand(const ParsedQuery& query, Analyzer& analyzer, TermMaker& terms);

}  // namespace sinodex
