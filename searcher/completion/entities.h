// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/api/entity.h"
#include "searcher/completion/names.h"
#include "searcher/ranking/search_bounds.h"
#include "searcher/retrieval/session.h"

namespace sinodex {

// Searcher::entities and Searcher::entity. `names`: of the session's domain.
std::vector<KnownEntity> entities_beginning(const Session& session, const NameTable& names,
                                            std::string_view beginning, std::size_t limit,
                                            const SearchBounds& bounds);
EntityDetails entity_details(const Session& session, const std::string& id);

}  // namespace sinodex
