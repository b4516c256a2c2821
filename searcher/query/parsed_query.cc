#include "searcher/query/parsed_query.h"

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
    }
    return "";
}

}  // namespace

std::string to_string(const QueryNode& node) {
    std::string out = "(";
    switch (node.kind) {
        case QueryNode::Kind::words:
            out.append("words ").append(node.text);
            break;
        case QueryNode::Kind::phrase:
            out.append("phrase \"").append(node.text).append("\"");
            break;
        case QueryNode::Kind::field:
            out.append(info(node.field).name).append(" ").append(node.text);
            break;
        default:
            out.append(name_of(node.kind));
            for (const QueryNode& child : node.children) out.append(" ").append(to_string(child));
    }
    return out + ")";
}

}  // namespace sinodex
