// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/conditions.h"

#include <algorithm>
#include <map>

#include "searcher/understanding/condition_parts.h"
#include "searcher/understanding/steps.h"

namespace sinodex {
namespace {

using Kind = QueryNode::Kind;

class Conditions {
 public:
    Conditions(const QueryAtHand& at_hand, UnderstoodQuery query)
        : understood_(std::move(query)),
          tools_{at_hand.tools, at_hand.prefixes, understood_.warnings} {}

    Conditions(const Conditions&) = delete;
    Conditions& operator=(const Conditions&) = delete;

    Condition condition(const QueryNode& node) {
        switch (node.kind) {
            case Kind::words:
                return {wanted_words(node, tools_)};
            case Kind::phrase:
                return phrase_condition(node);
            case Kind::near:
                return near_condition(node);
            case Kind::field:
                return field_condition(node, tools_);
            case Kind::tag:
                return tag_condition(node);
            case Kind::any:
                return simplest(AnyOf{children(node)});
            case Kind::all:
                return simplest(AllOf{children(node)});
            case Kind::required:
                return strictly(required(node.children.front()));
            case Kind::excluded:
                return excluded(node.children.front());
            case Kind::list:
                return list_condition(node);
        }
        return {};
    }

    // Reads a whole query: also what must hold where phrases that stand by themselves do not.
    UnderstoodQuery add_whole(const QueryNode& root) && {
        ListParts strict;
        ListParts loose;
        for (const QueryNode& child : root.children) {
            Condition part = condition(child);
            if (says_nothing(part)) continue;
            if (child.kind == Kind::phrase) {
                const auto* has = std::get_if<HasPhrase>(&part.is);
                understood_.preferred.push_back(has->phrase);
                loose.wanted.push_back({has->wanted});
            } else {
                add_part(child, part, loose);
            }
            add_part(child, std::move(part), strict);
        }
        understood_.condition = unless_empty(strict.together());
        if (!understood_.preferred.empty() && !(loose.all.empty() && loose.fields.empty())) {
            understood_.loosened = unless_empty(loose.together());
        }
        return std::move(understood_);
    }

 private:
    static std::optional<Condition> unless_empty(Condition condition) {
        if (says_nothing(condition)) return std::nullopt;
        return condition;
    }

    static Condition strictly(Condition condition) {
        const auto each = [](auto& group) {
            for (Condition& child : group.children) child = strictly(std::move(child));
        };
        by_kind(
            condition, [&](AllOf& all) { each(all); }, [&](AnyOf& any) { each(any); },
            [&](NoneOf& none) { each(none); }, [](HasPhrase& has) { has.strict = true; },
            [](const auto&) {});
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
        return simplest(all_words(node, "", tools_));
    }

    Condition excluded(const QueryNode& node) {
        Condition inner = required(node);
        auto* any = std::get_if<AnyOf>(&inner.is);
        if (any != nullptr && inner.label.empty()) return {NoneOf{std::move(any->children)}};
        return {NoneOf{{std::move(inner)}}};
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
        std::vector<std::string> terms;
        for (const std::string& id : node.articles) terms.push_back(id_term(id));
        return one_of(terms, "tag " + node.text);
    }

    Condition list_condition(const QueryNode& node) {
        ListParts parts;
        for (const QueryNode& child : node.children) add_part(child, condition(child), parts);
        return parts.together();
    }

    // Sorts what the children of a list ask for.
    struct ListParts {
        std::vector<Condition> wanted;
        std::vector<Condition> all;
        std::map<Field, std::vector<Condition>> fields;
        bool only_filters = true;

        Condition together() {
            for (auto& [field, values] : fields) {
                add_unless_empty(all, info(field).single ? simplest(AnyOf{std::move(values)})
                                                         : simplest(AllOf{std::move(values)}));
            }
            if (only_filters && !wanted.empty()) {
                all.push_back(simplest(AnyOf{std::move(wanted)}));
            }
            return simplest(AllOf{std::move(all)});
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
        return placed(std::move(phrase), all_words(node, "", tools_), wanted_words(node, tools_));
    }

    void shorten(Phrase& phrase) {
        if (phrase.positions.size() <= kMaxPhraseWords) return;
        understood_.warnings.push_back(
            {phrase.span, "only the first 16 words of the phrase were taken as one"});
        phrase.positions.resize(kMaxPhraseWords);
        phrase.prefix = false;
    }

    // `words`: that all of its words are there; `wanted`: that one of them is.
    Condition placed(Phrase phrase, AllOf words, AnyOf wanted) {
        understood_.phrases.push_back(std::move(phrase));
        return {HasPhrase{understood_.phrases.size() - 1, std::move(words), std::move(wanted)}};
    }

    Condition near_condition(const QueryNode& node) {
        Phrase near;
        near.span = node.span;
        near.distance = node.distance;
        AllOf words;
        AnyOf wanted;
        for (const QueryNode& child : node.children) {
            std::vector<Phrase> alternatives;
            std::vector<Condition> all;
            add_part(child, alternatives, all, wanted.children);
            if (alternatives.empty()) continue;  // punctuation only
            near.parts.push_back(std::move(alternatives));
            words.children.push_back(simplest(AnyOf{std::move(all)}));
        }
        if (near.parts.size() < 2) return simplest(std::move(words));
        return placed(std::move(near), std::move(words), std::move(wanted));
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
        words.push_back(simplest(all_words(node, "", tools_)));
        wanted.push_back({wanted_words(node, tools_)});
    }

    UnderstoodQuery understood_;
    ConditionTools tools_;
};

// Nothing but words: whatever holds one of them matches.
bool is_plain(const QueryNode& node) {
    if (node.kind == Kind::words) return true;
    return node.kind == Kind::list &&
           std::all_of(node.children.begin(), node.children.end(), is_plain);
}

// Drops the terms that no article holds. Returns false when nothing is left.
bool keep_held(Condition& condition, const Xapian::Database& database) {
    const auto keep = [&](auto& group) {
        std::erase_if(group.children,
                      [&](Condition& child) { return !keep_held(child, database); });
        return !group.children.empty();
    };
    return by_kind(
        condition, [&](const HasTerm& has) { return database.term_exists(has.term); },
        [&](AllOf& all) { return keep(all); }, [&](AnyOf& any) { return keep(any); },
        [&](NoneOf& none) { return keep(none); }, [](const auto&) { return false; });
}

// Adds what a concept names, as conditions.
void add_named(const QueryConcept& named, std::vector<Condition>& conditions) {
    for (const std::string& term : named.terms) conditions.push_back({HasTerm{term}});
    for (const Alternative& other : alternatives_of(named)) {
        conditions.push_back(simplest(AllOf{each_of(other.terms)}));
    }
}

// Where one of some words will do, so will what they name.
class Widening {
 public:
    explicit Widening(const std::vector<QueryConcept>& concepts) : concepts_(concepts) {}

    Condition widened(Condition condition) const {
        by_kind(
            condition, [&](AllOf& all) { widen_each(all.children); },
            [&](AnyOf& any) { widen(any); }, [&](NoneOf& none) { widen_each(none.children); },
            [&](HasPhrase& has) { widen(has.wanted); }, [](const auto&) {});
        auto* any = std::get_if<AnyOf>(&condition.is);
        if (any == nullptr || any->wanted.size() == 0) return condition;
        return simplest(std::move(*any));
    }

 private:
    void widen_each(std::vector<Condition>& children) const {
        for (Condition& child : children) child = widened(std::move(child));
    }

    void widen(AnyOf& any) const {
        widen_each(any.children);
        for (const QueryConcept& named : concepts_) {
            if (any.wanted.size() > 0 && any.wanted.contains(named.span)) {
                add_named(named, any.children);
            }
        }
    }

    const std::vector<QueryConcept>& concepts_;
};

}  // namespace

UnderstoodQuery with_conditions(UnderstoodQuery query, const QueryAtHand& at_hand) {
    if (is_plain(at_hand.parsed.root)) return query;
    return Conditions(at_hand, std::move(query)).add_whole(at_hand.parsed.root);
}

UnderstoodQuery with_widened_conditions(UnderstoodQuery query, const QueryAtHand&) {
    const Widening widening(query.concepts);
    for (auto* condition : {&query.condition, &query.loosened}) {
        if (*condition) **condition = widening.widened(std::move(**condition));
    }
    return query;
}

std::vector<std::size_t> loosen_phrases(Condition& condition, const Xapian::Database& database) {
    if (auto* has = std::get_if<HasPhrase>(&condition.is)) {
        if (has->strict) return {};
        const std::size_t phrase = has->phrase;
        Condition any{std::move(has->wanted)};
        condition = keep_held(any, database) ? std::move(any) : Condition{};
        return {phrase};
    }
    std::vector<std::size_t> loosened;
    const auto loosen_each = [&](auto& group) {
        for (Condition& child : group.children) {
            for (const std::size_t one : loosen_phrases(child, database)) loosened.push_back(one);
        }
    };
    by_kind(
        condition, [&](AllOf& all) { loosen_each(all); },
        [&](AnyOf& any) {
            loosen_each(any);
            if (!loosened.empty()) std::erase_if(any.children, says_nothing);
        },
        [](const auto&) {});
    const auto* any = std::get_if<AnyOf>(&condition.is);
    if (any != nullptr && any->children.empty() && !loosened.empty()) condition = Condition{};
    return loosened;
}

}  // namespace sinodex
