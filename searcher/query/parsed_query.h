#pragma once

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
        list,      // juxtaposed: words are wanted, the more the better; all else must hold
        any,       // OR: one of the children or more
        all,       // AND: every child
        required,  // +child
        excluded,  // -child, NOT child
    };

    Kind kind = Kind::list;
    ByteRange span;  // bytes of the query
    std::string text;
    Field field = Field::text;
    std::vector<QueryNode> children;
    std::string entity_type = {};  // of Field::entity, when it was named by one: company:alibaba
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
};

// The tree in one line: (list (words deals) (phrase "equity stakes") (lang zh)).
std::string to_string(const QueryNode& node);

}  // namespace sinodex
