// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>
#include <vector>

#include "corpus/json.h"
#include "searcher/api/result.h"
#include "searcher/rendering/json.h"

namespace sinodex {

// The JSON formats share these.
Json article_json(const ArticleInfo& article);
Json hit_json(const SearchHit& hit);
// Puts a hit's other versions, where there are any.
void put_versions(Json& object, const SearchHit& hit);
Json understood_json(const UnderstoodPart& part);
Json warnings_json(const std::vector<SearchWarning>& warnings);
// Puts a list of them, where there are any.
void put_missing_shards(Json& object, const std::vector<MissingShard>& missing);
void print(const Json& object, JsonLayout layout, std::ostream& out);

}  // namespace sinodex
