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
                                                    const std::set<std::string>& entities);

}  // namespace sinodex
