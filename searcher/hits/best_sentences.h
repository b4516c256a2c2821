// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "searcher/hits/highlights.h"

namespace sinodex {

// Chooses what to show of a passage of more than 120 words: the sentences (or pieces of very long
// ones) that together hold most of the query, by the idf of its terms, up to 80 words. Where two
// add equally much, the denser one is taken, then the first. They come in their order, and
// neighbours are one span. A Chinese character counts half a word. A long passage without any match
// is shown from its beginning; a shorter one has no best sentences.
std::vector<TextSpan> best_sentences(const PassageText& passage, std::uint32_t begin_code_point,
                                     const std::vector<SearchHighlight>& marks,
                                     const UnderstoodQuery& query, const QueryTerms& terms,
                                     const Vocabulary& vocabulary);

}  // namespace sinodex
