// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "corpus/json.h"
#include "searcher/request/parameters.h"

namespace sinodex {

// Describes what a parameter's value may be, as JSON Schema: its type, bounds, choices and default.
// `values` are those of a choice or a list. Thread-safe.
Json parameter_schema(const Parameter& parameter, std::span<const std::string_view> values);
inline Json parameter_schema(const Parameter& parameter) {
    return parameter_schema(parameter, parameter.values);
}

}  // namespace sinodex
