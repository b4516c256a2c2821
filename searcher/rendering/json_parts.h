#pragma once

// What the JSON of all results has in common. Internal to this folder.

#include <nlohmann/json.hpp>
#include <string>

#include "searcher/searcher.h"

namespace sinodex {

using Json = nlohmann::ordered_json;

void put_if_known(Json& object, const char* key, const std::string& value);
Json article_json(const ArticleInfo& article);
Json hit_json(const SearchHit& hit);

// In one line with an indent of -1. Bytes that are no UTF-8 are replaced.
std::string dump(const Json& json, int indent);

}  // namespace sinodex
