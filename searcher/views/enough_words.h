// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <optional>

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

// Calls `look` with the query as it asks for most of its words, and where that is to no avail (it
// returns false) for fewer of them; says in which way it was called last.
using LookForArticles = std::function<bool(const UnderstoodQuery&)>;
Counted ask_for_enough_words(const UnderstoodQuery& query, SearchTools& tools,
                             const LookForArticles& look);

}  // namespace sinodex
