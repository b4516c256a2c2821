// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/concepts.h"

#include <algorithm>

namespace sinodex {
namespace {

using Kind = QueryNode::Kind;

void add_naming_parts(const QueryNode& node, std::vector<const QueryNode*>& parts) {
    if (node.kind == Kind::excluded || node.kind == Kind::field) return;
    if (node.kind == Kind::words) parts.push_back(&node);
    for (const QueryNode& child : node.children) add_naming_parts(child, parts);
}

// A possessive is part of its word's span, not of a name's.
bool is_word_of(const QueryTerm& term, ByteRange name) {
    const bool spaced = term.kind == TokenKind::word || term.kind == TokenKind::number;
    const bool begins = name.begin <= term.span.begin && term.span.begin < name.end;
    return spaced ? begins : name.contains(term.span);
}

}  // namespace

std::vector<const QueryNode*> naming_parts(const QueryNode& root) {
    std::vector<const QueryNode*> parts;
    add_naming_parts(root, parts);
    return parts;
}

std::vector<std::size_t> terms_within(const UnderstoodQuery& query, ByteRange part) {
    std::vector<std::size_t> within;
    for (std::size_t i = 0; i < query.terms.size(); ++i) {
        if (is_word_of(query.terms[i], part)) within.push_back(i);
    }
    return within;
}

ByteRange in_query(ByteRange range, const QueryNode& node) {
    return {range.begin + node.span.begin, range.end + node.span.begin};
}

bool is_named(const UnderstoodQuery& query, ByteRange range) {
    return std::any_of(query.concepts.begin(), query.concepts.end(),
                       [&](const QueryConcept& named) {
                           return is_mere_name(named) && named.span.begin < range.end &&
                                  range.begin < named.span.end;
                       });
}

std::string shown(const std::vector<std::string_view>& names, std::size_t most) {
    std::string out;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i) {
        out.append(i == 0 ? "" : ", ").append(names[i]);
    }
    return names.size() > most ? out + ", ..." : out;
}

}  // namespace sinodex
