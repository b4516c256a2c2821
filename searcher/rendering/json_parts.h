#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "searcher/api/result.h"

namespace sinodex {

// What the JSON formats share.
using Json = nlohmann::ordered_json;

void put_if_known(Json& object, const char* key, const std::string& value);
Json article_json(const ArticleInfo& article);
Json hit_json(const SearchHit& hit);
Json warnings_json(const std::vector<SearchWarning>& warnings);

// `indent` of -1: in one line. What is no UTF-8 is replaced.
std::string dump(const Json& json, int indent);

}  // namespace sinodex
