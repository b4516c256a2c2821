// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>
#include <string>

#include "searcher/api/facets.h"
#include "searcher/api/figures.h"
#include "searcher/api/related.h"
#include "searcher/api/timeline.h"
#include "searcher/rendering/json.h"

namespace sinodex {

// Views as JSON objects; docs/json-output.md describes them. `qid` of a batch is left out where
// empty.
void render_json(const Facets& view, const std::string& qid, JsonLayout layout, std::ostream& out);
void render_json(const Timeline& view, const std::string& qid, JsonLayout layout,
                 std::ostream& out);
void render_json(const RelatedEntities& view, const std::string& qid, JsonLayout layout,
                 std::ostream& out);
void render_json(const Figures& view, const std::string& qid, JsonLayout layout, std::ostream& out);

}  // namespace sinodex
