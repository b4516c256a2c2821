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
                return wanted_condition(node.text, tools_);
            case Kind::phrase:
                return phrase_condition(node);
            case Kind::field:
                return field_condition(node, tools_, understood_.warnings);
            case Kind::any:
                return group_condition(Condition::Kind::any, children(node));
            case Kind::all:
                return group_condition(Condition::Kind::all, children(node));
            case Kind::required:
                return required(node.children.front());
            case Kind::excluded:
                return excluded(node.children.front());
            case Kind::list:
                return list_condition(node);
        }
        return {};
    }

 private:
    std::vector<Condition> children(const QueryNode& node) {
        std::vector<Condition> conditions;
        for (const QueryNode& child : node.children) add_unless_empty(conditions, required(child));
        return conditions;
    }
    static void add_unless_empty(std::vector<Condition>& conditions, Condition condition) {
        if (!says_nothing(condition)) conditions.push_back(std::move(condition));
    }

    // Of words, all must be there.
    Condition required(const QueryNode& node) {
        if (node.kind != Kind::words) return condition(node);
        return words_condition(node.text, "", tools_);
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
        if (node.kind == Kind::field || node.kind == Kind::excluded) return true;
        return !node.children.empty() &&
               std::all_of(node.children.begin(), node.children.end(), is_filter);
    }

    Condition list_condition(const QueryNode& node) {
        std::vector<Condition> wanted;
        std::vector<Condition> all;
        std::map<Field, std::vector<Condition>> fields;
        bool only_filters = true;
        for (const QueryNode& child : node.children) {
            if (child.kind == Kind::words) {
                add_unless_empty(wanted, condition(child));
            } else if (child.kind == Kind::field) {
                add_unless_empty(fields[child.field], condition(child));
            } else {
                add_unless_empty(all, condition(child));
                only_filters = only_filters && is_filter(child);
            }
        }
        for (auto& [field, values] : fields) {
            // An article has one source, language and id: several are alternatives.
            const bool single = field == Field::source || field == Field::author ||
                                field == Field::lang || field == Field::id;
            const auto kind = single ? Condition::Kind::any : Condition::Kind::all;
            add_unless_empty(all, group_condition(kind, std::move(values)));
        }
        if (only_filters && !wanted.empty()) {
            all.push_back(group_condition(Condition::Kind::any, std::move(wanted)));
        }
        return group_condition(Condition::Kind::all, std::move(all));
    }
    Condition phrase_condition(const QueryNode& node) {
        Phrase phrase;
        phrase.span = node.span;
        for (const Token& token : tools_.analyzer.analyze(node.text)) {
            if (token.kind == TokenKind::han_pair || token.kind == TokenKind::han_word) continue;
            if (phrase.positions.size() <= token.position)
                phrase.positions.resize(token.position + 1);
            phrase.positions[token.position].emplace_back(token.text);
        }
        if (phrase.positions.size() > kMaxPhraseWords) {
            understood_.warnings.push_back(
                {node.span, "only the first 16 words of the phrase were taken as one"});
            phrase.positions.resize(kMaxPhraseWords);
        }
        Condition result;
        if (phrase.positions.empty()) return result;  // all of nothing: always true
        result.kind = Condition::Kind::phrase;
        result.phrase = understood_.phrases.size();
        result.children = {words_condition(node.text, "", tools_),
                           wanted_condition(node.text, tools_)};
        understood_.phrases.push_back(std::move(phrase));
        return result;
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
}  // namespace

std::optional<Condition> condition_of(const ParsedQuery& query, const UnderstandingTools& tools,
                                      UnderstoodQuery& understood) {
    if (is_plain(query.root)) return std::nullopt;
    Condition must = Conditions(tools, understood).condition(query.root);
    if (says_nothing(must)) return std::nullopt;
    return must;
}

}  // namespace sinodex
