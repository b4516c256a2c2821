// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "searcher/query/lexer.h"
#include "searcher/query/parsed_query.h"

namespace sinodex {

// Trees are put together from these.

QueryNode leaf(QueryNode::Kind kind, const Lexeme& lexeme);

// Spans its children.
QueryNode group(QueryNode::Kind kind, std::vector<QueryNode> children);

// A group of one is that one.
QueryNode group_or_child(QueryNode::Kind kind, std::vector<QueryNode> children);

// Makes one list of both.
void add_all(QueryNode& to, QueryNode from);

// Whether there is nothing in a list.
bool is_empty(const QueryNode& node);

}  // namespace sinodex
