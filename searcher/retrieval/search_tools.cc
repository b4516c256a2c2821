#include "searcher/retrieval/search_tools.h"

namespace sinodex {

SearchTools::SearchTools(const Xapian::Database& database, const Domain& domain)
    : database_(database),
      domain_(domain),
      vocabulary_(database),
      analyzer_({true, false}),
      reader_(vocabulary_, analyzer_) {}

void SearchTools::begin_search() {
    if (vocabulary_.trim()) cache_.clear();
}

}  // namespace sinodex
