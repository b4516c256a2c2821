// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>

#include "searcher/retrieval/session.h"

namespace sinodex {

// Passages that mention the entities asked for, a passage's id by the entity's: of the best
// matching article that mentions it, the passage that is best for the query.
std::map<std::string, std::string> example_passages(Session& session, const SearchRequest& request,
                                                    const UnderstoodQuery& query,
                                                    const std::set<std::string>& entities);

// Asks shards on other machines ahead for what is looked into first.
void ask_for_example_passages(Session& session, const SearchRequest& request,
                              const UnderstoodQuery& query);

}  // namespace sinodex
