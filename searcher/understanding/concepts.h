// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "searcher/query/parsed_query.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

// Concepts are put together from these.

// The parts of a query whose words may name something: all but fields, phrases and what is
// excluded. Valid as long as the query.
std::vector<const QueryNode*> naming_parts(const QueryNode& root);

// Returns which of the query's terms are words of a part of it.
std::vector<std::size_t> terms_within(const UnderstoodQuery& query, ByteRange part);

// Bytes of a node's text as bytes of the query.
ByteRange in_query(ByteRange range, const QueryNode& node);

// Whether words overlap with those of a mere name.
bool is_named(const UnderstoodQuery& query, ByteRange range);

// Makes a concept of what some words of a node mean, unless they are none of the query's terms.
template <typename Meaning>
std::optional<QueryConcept> concept_of(Meaning meaning, ByteRange range, const QueryNode& node,
                                       const UnderstoodQuery& query) {
    const ByteRange span = in_query(range, node);
    std::vector<std::size_t> covers = terms_within(query, span);
    if (covers.empty()) return std::nullopt;
    return QueryConcept{std::move(meaning), span, {}, {}, std::move(covers)};
}

// The first `most` of some names, for explanations: alibaba, tencent, ...
std::string shown(const std::vector<std::string_view>& names, std::size_t most);

}  // namespace sinodex
