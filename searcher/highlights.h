#pragma once

#include <string_view>
#include <vector>

#include "corpus/schema/record.h"
#include "corpus/text/analyzer.h"
#include "searcher/ranking/query_terms.h"
#include "searcher/searcher.h"

namespace sinodex {

// The stretches of a passage of a record that match the query. A Chinese character is marked alone
// only when it was asked for alone.
std::vector<SearchHighlight> highlights(const Record& record, ByteRange passage,
                                        const UnderstoodQuery& query, const QueryTerms& terms,
                                        Vocabulary& vocabulary, Analyzer& analyzer);

}  // namespace sinodex
