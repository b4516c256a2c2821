// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>

#include "searcher/rendering/json.h"
#include "searcher/saved/saved_work.h"

namespace sinodex {

// Print what a user has saved: for people; as one JSON object; as a line of JSON for each mark and
// search; and the marks as a table, as csv.h describes tables.
void render_text(const SavedWork& work, std::ostream& out);
void render_json(const SavedWork& work, JsonLayout layout, std::ostream& out);
void render_jsonl(const SavedWork& work, std::ostream& out);
void render_csv(const SavedWork& work, std::ostream& out);

}  // namespace sinodex
