#pragma once

#include <ostream>
#include <string>

#include "searcher/api/result.h"

namespace sinodex {

// The version of the schema that docs/json-output.md describes.
inline constexpr int kJsonVersion = 1;

// One result as a JSON object, over several lines. `qid` of a batch is left out where empty.
void render_json(const SearchResult& result, const std::string& qid, std::ostream& out);

// The hits as JSON lines, each with its query.
void render_jsonl(const SearchResult& result, const std::string& qid, std::ostream& out);

}  // namespace sinodex
