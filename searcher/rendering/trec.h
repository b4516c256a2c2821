// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>
#include <string>

#include "searcher/api/result.h"

namespace sinodex {

// The hits as lines of a TREC run: qid Q0 id rank score sinodex. White space in ids becomes _.
void render_trec(const SearchResult& result, const std::string& qid, std::ostream& out);

}  // namespace sinodex
