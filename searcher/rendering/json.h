// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>
#include <string>

#include "searcher/api/result.h"

namespace sinodex {

// The version of the schema that docs/json-output.md describes.
inline constexpr int kJsonVersion = 1;

// An object over several lines, or in one.
enum class JsonLayout { lines, one_line };

// One result as a JSON object. `qid` of a batch is left out where empty.
void render_json(const SearchResult& result, const std::string& qid, JsonLayout layout,
                 std::ostream& out);

// The hits as JSON lines, each with its query.
void render_jsonl(const SearchResult& result, const std::string& qid, std::ostream& out);

}  // namespace sinodex
