#pragma once

#include <string_view>
#include <vector>

#include "corpus/text/analyzer.h"
#include "searcher/ranking/query_terms.h"
#include "searcher/searcher.h"

namespace sinodex {

// The stretches of a passage that match the query. `offset`: where the passage begins in the
// article's text. A Chinese character is marked alone only when it was asked for alone.
std::vector<SearchHighlight> highlights(std::string_view passage, std::uint32_t offset,
                                        const UnderstoodQuery& query, const QueryTerms& terms,
                                        Vocabulary& vocabulary, Analyzer& analyzer);

}  // namespace sinodex
