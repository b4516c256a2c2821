// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/article.h"
#include "corpus/schema/fields.h"

namespace sinodex {

// A part of a query, as it was typed.
struct QueryNode {
    enum class Kind {
        words,     // text to be matched by its words; `text`
        phrase,    // "..."; `text`
        field,     // name:value; `field`, `text`
        tag,       // tag:name; `text`
        list,      // juxtaposed: words are wanted, the more the better; all else must hold
        any,       // OR: one of the children or more
        all,       // AND: every child
        required,  // +child
        excluded,  // -child, NOT child
        near,      // NEAR: words, phrases or ORs of them, at most `distance` positions between
    };

    Kind kind = Kind::list;
    ByteRange span;  // bytes of the query
    std::string text;
    Field field = Field::text;
    std::vector<QueryNode> children;
    std::string entity_type = {};  // of Field::entity, when it was named by one: company:alibaba
    bool prefix = false;           // the last word of `text` is only the beginning of one: regulat*
    double weight = 1;             // fine^2
    unsigned distance = 0;         // of near
    // Once a tag is looked up, these are the ids that have it, sorted, and those of the articles
    // that it narrows a query down to, or that it takes away where it is excluded.
    std::vector<std::string> tagged = {};
    std::vector<std::string> articles = {};
};

// Something that was not as it should be, and what was made of it.
struct QueryWarning {
    ByteRange span;  // bytes of the query
    std::string message;
};

struct ParsedQuery {
    std::string text;  // cut to what was parsed
    QueryNode root;
    std::vector<QueryWarning> warnings;
    std::optional<bool> collapse = {};  // cluster:one is true, cluster:all false
};

// The tree in one line: (list (words deals)^2 (phrase "equity stakes") (lang zh)).
std::string to_string(const QueryNode& node);

// The tree for people: a node a line, indented, with its bytes of the query.
std::string to_lines(const QueryNode& node);

}  // namespace sinodex
