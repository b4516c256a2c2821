// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/retrieval/search_tools.h"

namespace sinodex {

SearchTools::SearchTools(const IndexReader& index, const Domain& domain)
    : index_(index),
      domain_(domain),
      vocabulary_(index),
      analyzer_({true, false}),
      reader_(vocabulary_, analyzer_) {}

void SearchTools::begin_search() {
    if (vocabulary_.trim()) cache_.clear();
}

}  // namespace sinodex
