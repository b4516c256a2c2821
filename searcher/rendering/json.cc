// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/json.h"

#include "searcher/rendering/json_parts.h"

namespace sinodex {

void render_json(const SearchResult& result, const std::string& qid, JsonLayout layout,
                 std::ostream& out) {
    Json object{{"version", kJsonVersion}};
    put_if_known(object, "qid", qid);
    object["query"] = result.query;
    object["interpretation"] = result.interpretation;
    object["articles"] = result.articles;
    object["revision"] = result.revision;
    object["relaxed"] = result.relaxed;
    if (!result.missing.empty()) object["missing"] = result.missing;
    put_if_known(object, "suggestion", result.suggestion);
    if (result.corrected) object["corrected"] = true;
    object["took_ms"] = result.took_ms;
    object["warnings"] = warnings_json(result.warnings);
    put_missing_shards(object, result.missing_shards);
    object["hits"] = Json::array();
    for (const SearchHit& hit : result.hits) object["hits"].push_back(hit_json(hit));
    for (const UnderstoodPart& part : result.understood) {
        object["understood"].push_back(understood_json(part));
    }
    if (!result.stages.empty()) {
        object["stages"] = Json::array();
        for (const ExplainStage& stage : result.stages) {
            object["stages"].push_back({{"name", stage.name}, {"text", stage.text}});
        }
    }
    print(object, layout, out);
}

void render_jsonl(const SearchResult& result, const std::string& qid, std::ostream& out) {
    for (const SearchHit& hit : result.hits) {
        Json object = Json::object();
        put_if_known(object, "qid", qid);
        object["query"] = result.query;
        object.update(hit_json(hit));
        out << dump(object, -1) << '\n';
    }
}

}  // namespace sinodex
