// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>

namespace sinodex {

// Parses `text`, valid UTF-8, in memory bounded by its size: what is nested deeper than any
// document needs is left out. Halves of surrogate pairs that stand alone (texts cut by programs
// that count in UTF-16) become U+FFFD and are added to `replaced`. Throws
// UnreadableDocument(malformed).
nlohmann::json parse_json(const std::string& text, std::size_t& replaced);

}  // namespace sinodex
