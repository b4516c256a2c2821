// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "corpus/schema/index_reader.h"
#include "searcher/ranking/match_query.h"

namespace sinodex {

// Terms that must all be there, so that a document holds one way of saying something.
using WayOfSaying = std::vector<std::string>;

// A query that weighs several ways of saying one thing as one term.
//
// How many documents hold any of them is estimated by Xapian, two by two, the rarest first, and
// rounded each time. In a part of a database others are the rarest, so that the estimate, and with
// it the score, would be another one in each part (in 140 of 400 queries of 3 to 10 terms, three
// parts against one database). Where an index has several, the query says two by two what is to be
// put together, by the frequencies in all of them: as it would be in a single one.
MatchQuery synonym_query(const std::vector<WayOfSaying>& ways, const IndexReader& index);

// About how many documents match a query, as Xapian reckons that for what is weighed as one term.
double estimated_documents(const MatchQuery& query, const IndexReader& index);

}  // namespace sinodex
