// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "searcher/query/parsed_query.h"

namespace sinodex {

// Limits that keep any query cheap.
inline constexpr std::size_t kMaxQueryBytes = 1024;
inline constexpr int kMaxNesting = 16;
inline constexpr std::size_t kMaxPrefixes = 8;     // different ones
inline constexpr std::size_t kMinPrefixBytes = 3;  // of plain letters and digits
inline constexpr std::size_t kMaxNearParts = 8;
inline constexpr unsigned kMaxDistance = 50;
inline constexpr unsigned kUsualDistance = 10;  // of NEAR without a number
inline constexpr double kMinWeight = 0.1;
inline constexpr double kMaxWeight = 10;

// Reads a query, as docs/query-language.md describes it. It never fails: what is malformed gets its
// best reading and a warning. Neighbouring words are kept together as one `words` node, so that
// analysis sees them as they were written. Thread-safe.
ParsedQuery parse_query(std::string_view query);

// Reads a query as nothing but words, whatever signs stand in it. Thread-safe.
ParsedQuery parse_words(std::string_view query);

// Whether a query has nothing that only the query language means: its tree holds words and
// phrases, but neither fields nor operators.
bool is_prose(const QueryNode& node);

}  // namespace sinodex
