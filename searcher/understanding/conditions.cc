// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/conditions.h"

#include <algorithm>
#include <map>

#include "searcher/understanding/condition_parts.h"

namespace sinodex {
namespace {

using Kind = QueryNode::Kind;

class Conditions {
 public:
    Conditions(const UnderstandingTools& tools, UnderstoodQuery& understood)
        : tools_(tools), understood_(understood) {}

    Condition condition(const QueryNode& node) {
        switch (node.kind) {
            case Kind::words:
                return wanted_condition(node, tools_);
            case Kind::phrase:
                return phrase_condition(node);
            case Kind::near:
                return near_condition(node);
            case Kind::field:
                return field_condition(node, tools_, understood_.warnings);
            case Kind::tag:
                return tag_condition(node);
            case Kind::any:
                return group_condition(Condition::Kind::any, children(node));
            case Kind::all:
                return group_condition(Condition::Kind::all, children(node));
            case Kind::required:
                return strictly(required(node.children.front()));
            case Kind::excluded:
                return excluded(node.children.front());
            case Kind::list:
                return list_condition(node);
        }
        return {};
    }

    // Of a whole query: also what must hold where phrases that stand by themselves do not.
    void add_whole(const QueryNode& root) {
        ListParts strict;
        ListParts loose;
        for (const QueryNode& child : root.children) {
            Condition part = condition(child);
            if (says_nothing(part)) continue;
            if (child.kind == Kind::phrase) {
                understood_.preferred.push_back(part.phrase);
                loose.wanted.push_back(part.children.back());
            } else {
                add_part(child, part, loose);
            }
            add_part(child, std::move(part), strict);
        }
        understood_.condition = unless_empty(strict.together());
        if (!understood_.preferred.empty() && !(loose.all.empty() && loose.fields.empty())) {
            understood_.loosened = unless_empty(loose.together());
        }
    }

 private:
    static std::optional<Condition> unless_empty(Condition condition) {
        if (says_nothing(condition)) return std::nullopt;
        return condition;
    }

    static Condition strictly(Condition condition) {
        condition.strict = true;
        for (Condition& child : condition.children) child = strictly(std::move(child));
        return condition;
    }

    std::vector<Condition> children(const QueryNode& node) {
        std::vector<Condition> conditions;
        for (const QueryNode& child : node.children) add_unless_empty(conditions, required(child));
        return conditions;
    }
    static void add_unless_empty(std::vector<Condition>& conditions, Condition condition) {
        if (!says_nothing(condition)) conditions.push_back(std::move(condition));
    }

    // All words must be there.
    Condition required(const QueryNode& node) {
        if (node.kind != Kind::words) return condition(node);
        return words_condition(node, "", tools_);
    }

    Condition excluded(const QueryNode& node) {
        Condition inner = required(node);
        if (inner.kind != Condition::Kind::any)
            return group_condition(Condition::Kind::none, {std::move(inner)});
        inner.kind = Condition::Kind::none;
        return inner;
    }

    // Whether a node only narrows a search down: a field, or what is excluded.
    static bool is_filter(const QueryNode& node) {
        if (node.kind == Kind::field || node.kind == Kind::tag || node.kind == Kind::excluded) {
            return true;
        }
        return !node.children.empty() &&
               std::all_of(node.children.begin(), node.children.end(), is_filter);
    }

    // One of the articles. Where there are none, no article will do.
    static Condition tag_condition(const QueryNode& node) {
        Condition any;
        any.kind = Condition::Kind::any;
        any.label = "tag " + node.text;
        for (const std::string& id : node.articles) {
            any.children.push_back(term_condition(id_term(id)));
        }
        if (any.children.empty()) any.children.push_back(term_condition("XNOTHING"));
        return any;
    }

    Condition list_condition(const QueryNode& node) {
        ListParts parts;
        for (const QueryNode& child : node.children) add_part(child, condition(child), parts);
        return parts.together();
    }

    // What the children of a list ask for.
    struct ListParts {
        std::vector<Condition> wanted;
        std::vector<Condition> all;
        std::map<Field, std::vector<Condition>> fields;
        bool only_filters = true;

        Condition together() {
            for (auto& [field, values] : fields) {
                const auto kind = info(field).single ? Condition::Kind::any : Condition::Kind::all;
                add_unless_empty(all, group_condition(kind, std::move(values)));
            }
            if (only_filters && !wanted.empty()) {
                all.push_back(group_condition(Condition::Kind::any, std::move(wanted)));
            }
            return group_condition(Condition::Kind::all, std::move(all));
        }
    };

    static void add_part(const QueryNode& child, Condition part, ListParts& parts) {
        if (child.kind == Kind::words) {
            add_unless_empty(parts.wanted, std::move(part));
        } else if (child.kind == Kind::field) {
            add_unless_empty(parts.fields[child.field], std::move(part));
        } else {
            add_unless_empty(parts.all, std::move(part));
            parts.only_filters = parts.only_filters && is_filter(child);
        }
    }

    Condition phrase_condition(const QueryNode& node) {
        Phrase phrase = sequence(node, false, tools_);
        shorten(phrase);
        if (phrase.positions.empty()) return {};  // all of nothing: always true
        return placed(std::move(phrase), words_condition(node, "", tools_),
                      wanted_condition(node, tools_));
    }

    void shorten(Phrase& phrase) {
        if (phrase.positions.size() <= kMaxPhraseWords) return;
        understood_.warnings.push_back(
            {phrase.span, "only the first 16 words of the phrase were taken as one"});
        phrase.positions.resize(kMaxPhraseWords);
        phrase.prefix = false;
    }

    // `words`: that all of its words are there; `wanted`: that one of them is.
    Condition placed(Phrase phrase, Condition words, Condition wanted) {
        Condition result;
        result.kind = Condition::Kind::phrase;
        result.phrase = understood_.phrases.size();
        result.children = {std::move(words), std::move(wanted)};
        understood_.phrases.push_back(std::move(phrase));
        return result;
    }

    Condition near_condition(const QueryNode& node) {
        Phrase near;
        near.span = node.span;
        near.distance = node.distance;
        std::vector<Condition> words;
        std::vector<Condition> wanted;
        for (const QueryNode& child : node.children) {
            std::vector<Phrase> alternatives;
            std::vector<Condition> all;
            add_part(child, alternatives, all, wanted);
            if (alternatives.empty()) continue;  // punctuation only
            near.parts.push_back(std::move(alternatives));
            words.push_back(group_condition(Condition::Kind::any, std::move(all)));
        }
        Condition all = group_condition(Condition::Kind::all, std::move(words));
        if (near.parts.size() < 2) return all;
        return placed(std::move(near), std::move(all),
                      group_condition(Condition::Kind::any, std::move(wanted)));
    }

    // A part of NEAR: what it may be, what says that all words of that are there, and any word.
    void add_part(const QueryNode& node, std::vector<Phrase>& alternatives,
                  std::vector<Condition>& words, std::vector<Condition>& wanted) {
        for (const QueryNode& child : node.children) {
            add_part(child, alternatives, words, wanted);
        }
        if (!node.children.empty()) return;
        Phrase phrase = sequence(node, node.kind == Kind::words, tools_);
        shorten(phrase);
        if (phrase.positions.empty()) return;
        alternatives.push_back(std::move(phrase));
        words.push_back(words_condition(node, "", tools_));
        wanted.push_back(wanted_condition(node, tools_));
    }

    const UnderstandingTools& tools_;
    UnderstoodQuery& understood_;
};

// Nothing but words: whatever holds one of them matches.
bool is_plain(const QueryNode& node) {
    if (node.kind == Kind::words) return true;
    return node.kind == Kind::list &&
           std::all_of(node.children.begin(), node.children.end(), is_plain);
}

// Without the terms that no article holds. False when nothing is left.
bool keep_held(Condition& condition, const Xapian::Database& database) {
    if (condition.kind == Condition::Kind::term) return database.term_exists(condition.term);
    std::erase_if(condition.children,
                  [&](Condition& child) { return !keep_held(child, database); });
    return !condition.children.empty();
}

}  // namespace

void add_conditions(const ParsedQuery& query, const UnderstandingTools& tools,
                    UnderstoodQuery& understood) {
    if (!is_plain(query.root)) Conditions(tools, understood).add_whole(query.root);
}

std::vector<std::size_t> loosen_phrases(Condition& condition, const Xapian::Database& database) {
    using Is = Condition::Kind;
    if (condition.kind == Is::phrase) {
        if (condition.strict) return {};
        const std::size_t phrase = condition.phrase;
        Condition any = std::move(condition.children.back());
        condition = keep_held(any, database) ? std::move(any) : Condition{};
        return {phrase};
    }
    std::vector<std::size_t> loosened;
    if (condition.kind == Is::none) return loosened;
    for (Condition& child : condition.children) {
        for (const std::size_t phrase : loosen_phrases(child, database)) loosened.push_back(phrase);
    }
    if (condition.kind == Is::any && !loosened.empty()) {
        std::erase_if(condition.children, says_nothing);
        if (condition.children.empty()) condition = Condition{};
    }
    return loosened;
}

}  // namespace sinodex
