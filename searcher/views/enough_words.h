// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "searcher/api/match_summary.h"
#include "searcher/retrieval/search_tools.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

// A query of whose free words an article must hold enough to be counted, instead of any one of
// them; nothing where that is the same: a query of one word, or one whose conditions already say
// what must hold. Free are the words outside phrases, fields, OR, AND, NEAR, + and -.
//
// A word counts by its rarity among the articles, and is held in any form, by another word for it,
// or by a mention of what it names. Words that no article holds in any of these ways do not count,
// and of more than six the rarest six do.
std::optional<UnderstoodQuery> with_enough_words(const UnderstoodQuery& query, Counted enough,
                                                 SearchTools& tools);

// A query as it says which articles are counted.
struct CountedQuery {
    Counted counted = Counted::matching;
    UnderstoodQuery query;
};

// The query as it asks for most of its words, and those that count where the ones before it find
// nothing, which ask for fewer of them.
std::vector<CountedQuery> ways_to_count(const UnderstoodQuery& query, SearchTools& tools);

}  // namespace sinodex
