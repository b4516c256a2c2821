// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/json.h"

namespace sinodex {

std::string dump(const Json& json, int indent) {
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Json parsed_json(std::string_view text) { return Json::parse(text, nullptr, false); }

bool is_json(std::string_view text) { return Json::accept(text); }

}  // namespace sinodex
