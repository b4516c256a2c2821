// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/tree.h"

#include <utility>

namespace sinodex {
namespace {

using Kind = QueryNode::Kind;

}  // namespace

QueryNode leaf(Kind kind, const Lexeme& lexeme) {
    return {kind, lexeme.span, lexeme.text, Field::text, {}};
}
QueryNode group(Kind kind, std::vector<QueryNode> children) {
    QueryNode node{kind, {}, {}, Field::text, std::move(children)};
    if (!node.children.empty()) {
        node.span = {node.children.front().span.begin, node.children.back().span.end};
    }
    return node;
}
QueryNode group_or_child(Kind kind, std::vector<QueryNode> children) {
    if (children.size() == 1) return std::move(children.front());
    return group(kind, std::move(children));
}
void add_all(QueryNode& to, QueryNode from) {
    const auto plain = [](const QueryNode& node) {
        return node.kind == Kind::list && node.weight == 1;
    };
    if (!plain(to)) to = group(Kind::list, {std::move(to)});
    if (plain(from)) {
        for (QueryNode& child : from.children) to.children.push_back(std::move(child));
    } else {
        to.children.push_back(std::move(from));
    }
    if (!to.children.empty()) {
        to.span = {to.children.front().span.begin, to.children.back().span.end};
    }
}

bool is_empty(const QueryNode& node) { return node.kind == Kind::list && node.children.empty(); }

}  // namespace sinodex
