// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace sinodex {

// The description of the interface, OpenAPI 3.1 as JSON, made from operations().
std::string openapi_json();

// The schemas of answers by their names, as a JSON object.
const char* openapi_schemas();

}  // namespace sinodex
