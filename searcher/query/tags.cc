// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/tags.h"

#include <algorithm>
#include <set>

namespace sinodex {
namespace {

using Kind = QueryNode::Kind;

// The id's article where it is a passage's, else nothing.
std::string article_of(const std::string& id) {
    const std::size_t hash = id.rfind('#');
    const bool passage = hash != std::string::npos && hash + 1 < id.size() &&
                         id.find_first_not_of("0123456789", hash + 1) == std::string::npos;
    return passage ? id.substr(0, hash) : "";
}

// An article whose own id looks like a passage's is meant as well. One of whose passages only some
// are tagged is not taken away by an exclusion.
std::vector<std::string> articles_of(const std::vector<std::string>& tagged, bool excluded) {
    std::set<std::string> articles(tagged.begin(), tagged.end());
    for (const std::string& id : tagged) {
        const std::string article = article_of(id);
        if (!excluded && !article.empty()) articles.insert(article);
    }
    return {articles.begin(), articles.end()};
}

void look_up(QueryNode& node, const TaggedIds& tags, bool excluded,
             std::vector<QueryWarning>& warnings) {
    if (node.kind == Kind::excluded) excluded = !excluded;
    for (QueryNode& child : node.children) look_up(child, tags, excluded, warnings);
    if (node.kind != Kind::tag) return;
    const auto found = tags.find(node.text);
    if (found == tags.end()) {
        warnings.push_back({node.span, "nothing has the tag " + node.text});
        return;
    }
    node.tagged = found->second;
    node.articles = articles_of(node.tagged, excluded);
}

// Says what is known of a passage by its tags alone, the least first.
enum class Holds { no, perhaps, yes };

Holds opposite(Holds holds) {
    if (holds == Holds::perhaps) return holds;
    return holds == Holds::no ? Holds::yes : Holds::no;
}

class TagCheck {
 public:
    TagCheck(const std::string& article, std::uint32_t passage)
        : article_(article), passage_(article + "#" + std::to_string(passage)) {}

    Holds holds(const QueryNode& node) const {
        switch (node.kind) {
            case Kind::tag:
                return has(node.tagged, article_) || has(node.tagged, passage_) ? Holds::yes
                                                                                : Holds::no;
            case Kind::excluded:
                return opposite(holds(node.children.front()));
            case Kind::any:
                return any(node);
            case Kind::list:
            case Kind::all:
            case Kind::required:
                return all(node);
            case Kind::words:
            case Kind::phrase:
            case Kind::field:
            case Kind::near:
                break;
        }
        return Holds::perhaps;
    }

 private:
    static bool has(const std::vector<std::string>& ids, const std::string& id) {
        return std::binary_search(ids.begin(), ids.end(), id);
    }
    Holds any(const QueryNode& node) const {
        Holds most = Holds::no;
        for (const QueryNode& child : node.children) most = std::max(most, holds(child));
        return most;
    }
    Holds all(const QueryNode& node) const {
        Holds least = Holds::yes;
        for (const QueryNode& child : node.children) least = std::min(least, holds(child));
        return least;
    }

    const std::string& article_;
    std::string passage_;
};

}  // namespace

void look_up_tags(ParsedQuery& query, const TaggedIds* tags) {
    look_up(query.root, tags != nullptr ? *tags : TaggedIds(), false, query.warnings);
}

bool has_tags(const QueryNode& node) {
    return node.kind == Kind::tag ||
           std::any_of(node.children.begin(), node.children.end(), has_tags);
}

bool tags_allow(const QueryNode& query, const std::string& article, std::uint32_t passage) {
    return TagCheck(article, passage).holds(query) != Holds::no;
}

}  // namespace sinodex
