// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace sinodex {

// All JSON of ours is written with this type: its keys stand in the order in which they were put.
using Json = nlohmann::ordered_json;

inline void put_if_known(Json& object, const char* key, const std::string& value) {
    if (!value.empty()) object[key] = value;
}

// These stand in a source of their own, since whoever calls the library itself compiles its reader
// or writer anew: seconds for each source.

// `indent` of -1: in one line. What is no UTF-8 is replaced.
std::string dump(const Json& json, int indent);

// Returns a value that is_discarded() where the text is not JSON.
Json parsed_json(std::string_view text);

bool is_json(std::string_view text);

}  // namespace sinodex
