// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "searcher/api/request.h"
#include "searcher/query/parsed_query.h"

namespace sinodex {

// The tags that a query asks for, tag:NAME. All thread-safe.

// Looks up what has each of them; a tag that nothing has gives a warning. `tags` may be null.
void look_up_tags(ParsedQuery& query, const TaggedIds* tags);

bool has_tags(const QueryNode& node);

// Whether a passage of an article may be a hit, as far as the tags of a query tell, once they are
// looked up: false where the query cannot be true of it, whatever else holds. `passage` counts
// within the whole article.
bool tags_allow(const QueryNode& query, const std::string& article, std::uint32_t passage);

}  // namespace sinodex
