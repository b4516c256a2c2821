// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>

#include "bench/quality/text_index.h"

namespace sinodex {

// Says what a query is made of.
enum class XapianQuery {
    words,     // its words
    feedback,  // its words and those of the ten best texts: RM3 (N. Abdul-Jaleel et al., UMass at
               // TREC 2004: Novelty and HARD), with 20 words and half of the weight
};

// Xapian with what its users would do for a good ranking: TermGenerator with English stems, and
// n-grams for Chinese, the words of the query but function words joined by OR, BM25Weight with k1
// 0.9 and b 0.6, which were the best of 20 pairs for the mean of six public collections (defaults:
// 1 and 0.5). The database is made in `folder`, which must not be there yet. Throws Error (output)
// when that fails.
std::unique_ptr<TextIndex> make_xapian_index(const std::string& folder,
                                             XapianQuery query = XapianQuery::words);

std::string xapian_version();

}  // namespace sinodex
