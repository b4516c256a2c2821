// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/parsed_query.h"

#include <sstream>

namespace sinodex {
namespace {

std::string_view name_of(QueryNode::Kind kind) {
    switch (kind) {
        case QueryNode::Kind::list:
            return "list";
        case QueryNode::Kind::any:
            return "any";
        case QueryNode::Kind::all:
            return "all";
        case QueryNode::Kind::required:
            return "required";
        case QueryNode::Kind::excluded:
            return "excluded";
        case QueryNode::Kind::phrase:
            return "phrase";
        case QueryNode::Kind::words:
            return "words";
        case QueryNode::Kind::field:
            return "field";
        case QueryNode::Kind::tag:
            return "tag";
        case QueryNode::Kind::near:
            return "near";
    }
    return "";
}

// Returns what it is, without what it holds.
std::string head(const QueryNode& node) {
    const std::string star = node.prefix ? "*" : "";
    switch (node.kind) {
        case QueryNode::Kind::words:
            return "words " + node.text + star;
        case QueryNode::Kind::phrase:
            return "phrase \"" + node.text + star + "\"";
        case QueryNode::Kind::field:
            return std::string(info(node.field).name) + " " + node.text + star;
        case QueryNode::Kind::tag:
            return "tag " + node.text;
        case QueryNode::Kind::near:
            return "near/" + std::to_string(node.distance);
        default:
            return std::string(name_of(node.kind));
    }
}

std::string weight(const QueryNode& node) {
    if (node.weight == 1) return {};
    std::ostringstream out;
    out << '^' << node.weight;
    return out.str();
}

void add_lines(const QueryNode& node, std::size_t depth, std::string& out) {
    out.append(2 * depth, ' ').append(head(node)).append(weight(node));
    out.append(" [").append(std::to_string(node.span.begin)).append("-");
    out.append(std::to_string(node.span.end)).append("]\n");
    for (const QueryNode& child : node.children) add_lines(child, depth + 1, out);
}

}  // namespace

std::string to_string(const QueryNode& node) {
    std::string out = "(" + head(node);
    for (const QueryNode& child : node.children) out.append(" ").append(to_string(child));
    return out + ")" + weight(node);
}

std::string to_lines(const QueryNode& node) {
    std::string out;
    add_lines(node, 0, out);
    out.pop_back();
    return out;
}

}  // namespace sinodex
