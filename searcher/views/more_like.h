#pragma once

#include <string>

#include "corpus/schema/terms.h"
#include "searcher/search.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

// The most telling words of an article or passage, and what it mentions most, as a query for others
// on its subject. Terms are chosen as Lucene's MoreLikeThis does: by tf x idf, at most 25; of texts
// of more than 200 terms only those that come twice; none that no other story holds, or 40% of
// all articles do. A word of the title counts three times more. Entities: the 8 mentioned most, in
// any words. The article itself and the other versions of its story are excluded.
//
// `id` is an article's, or a passage's ("article#n"). Throws Error (query) when there is none.
UnderstoodQuery query_like(const std::string& id, const SearchTools& tools, Analyzer& analyzer,
                           TermMaker& terms);

// A query as a filter: its plain words must all be there.
QueryNode as_filter(QueryNode query);

// Keeps what satisfies the condition of `filter`.
void add_filter(UnderstoodQuery filter, UnderstoodQuery& query);

}  // namespace sinodex
