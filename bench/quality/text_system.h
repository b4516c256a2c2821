// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "bench/quality/collection.h"
#include "bench/quality/ranking_system.h"
#include "bench/quality/text_index.h"

namespace sinodex {

// Fills an index with the passages of a collection, each a document of its own that begins with the
// title of its article, and ranks the collection's units by it: passages as they come, articles by
// their best passage. `collection` must outlive it.
std::unique_ptr<RankingSystem> make_passage_system(const Collection& collection,
                                                   std::unique_ptr<TextIndex> index);

// Fills an index with whole articles and ranks the collection's units by it: articles as they come,
// and passages in the order of their articles, within an article as they stand in it.
std::unique_ptr<RankingSystem> make_article_system(const Collection& collection,
                                                   std::unique_ptr<TextIndex> index);

}  // namespace sinodex
