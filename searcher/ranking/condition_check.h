// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

#include "corpus/schema/index_reader.h"
#include "corpus/schema/record.h"
#include "corpus/text/analyzer.h"
#include "searcher/ranking/vocabulary.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

// Returns which of the query's phrases stand in a passage or the title of an article.
std::vector<bool> phrases_in(const Record& record, const UnderstoodQuery& query, Analyzer& analyzer,
                             Vocabulary& vocabulary);

// Whether a condition holds of an article, now that it is known which of the query's phrases stand
// in it. Needed only for queries with phrases: all else the article search decides by itself.
bool holds(const Condition& condition, const IndexReader& index, Xapian::docid document,
           const Record& record, const std::vector<bool>& phrases);

}  // namespace sinodex
