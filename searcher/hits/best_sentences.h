#pragma once

#include <vector>

#include "searcher/hits/highlights.h"

namespace sinodex {

// Of a passage of more than 120 words, the sentences (or pieces of very long ones) that together
// hold most of the query, by the idf of its terms, up to 80 words; of those that add equally much
// the densest, then the first. In their order; neighbours are one span. A Chinese character counts
// half a word. Without any match: the beginning. Of a shorter passage: none.
std::vector<TextSpan> best_sentences(const PassageText& passage, std::uint32_t begin_code_point,
                                     const std::vector<SearchHighlight>& marks,
                                     const UnderstoodQuery& query, const QueryTerms& terms,
                                     const Vocabulary& vocabulary);

}  // namespace sinodex
