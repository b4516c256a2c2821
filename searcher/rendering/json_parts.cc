#include "searcher/rendering/json_parts.h"

namespace sinodex {

void put_if_known(Json& object, const char* key, const std::string& value) {
    if (!value.empty()) object[key] = value;
}

Json warnings_json(const std::vector<SearchWarning>& warnings) {
    Json list = Json::array();
    for (const SearchWarning& warning : warnings) {
        list.push_back(
            {{"start", warning.begin}, {"end", warning.end}, {"message", warning.message}});
    }
    return list;
}

std::string dump(const Json& json, int indent) {
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sinodex
