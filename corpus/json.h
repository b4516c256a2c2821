// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace sinodex {

// What all JSON of ours is written with. Keys stand in the order in which they were put.
using Json = nlohmann::ordered_json;

inline void put_if_known(Json& object, const char* key, const std::string& value) {
    if (!value.empty()) object[key] = value;
}

// `indent` of -1: in one line. What is no UTF-8 is replaced.
inline std::string dump(const Json& json, int indent) {
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sinodex
