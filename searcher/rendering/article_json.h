// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>

#include "searcher/api/article.h"

namespace sinodex {

// An article as a JSON object, in the words of `sinodex-index --inspect`; docs/json-output.md
// describes it.
void render_json(const StoredArticle& article, std::ostream& out);

// A passage that was asked for by its id: a hit without rank, score and highlights.
void render_passage_json(const SearchHit& passage, std::ostream& out);

}  // namespace sinodex
