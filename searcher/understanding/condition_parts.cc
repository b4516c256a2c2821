// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/condition_parts.h"

#include <algorithm>
#include <map>

#include "searcher/understanding/scoring_tokens.h"

namespace sinodex {

Condition group_condition(Condition::Kind kind, std::vector<Condition> children) {
    if (children.size() == 1 && kind != Condition::Kind::none) return std::move(children.front());
    Condition condition;
    condition.kind = kind;
    condition.children = std::move(children);
    return condition;
}
Condition term_condition(std::string term) {
    Condition condition;
    condition.kind = Condition::Kind::term;
    condition.term = std::move(term);
    return condition;
}

bool says_nothing(const Condition& condition) {
    const bool is_group = condition.kind == Condition::Kind::all ||
                          condition.kind == Condition::Kind::any ||
                          condition.kind == Condition::Kind::none;
    return is_group &&
           std::all_of(condition.children.begin(), condition.children.end(), says_nothing);
}
Condition beginning_condition(const Token& beginning, std::string_view prefix, bool stems,
                              ByteRange span, const UnderstandingTools& tools) {
    std::vector<Condition> terms;
    for (const std::string& term : tools.prefixes->of(beginning.text, prefix, stems, span)) {
        terms.push_back(term_condition(std::string(prefix).append(term)));
    }
    // What no article holds must not mean that anything will do.
    if (terms.empty()) terms.push_back(term_condition("XNOTHING"));
    Condition any = group_condition(Condition::Kind::any, std::move(terms));
    any.label = std::string(prefix).append(beginning.text).append("*");
    return any;
}
Condition wanted_condition(const QueryNode& node, const UnderstandingTools& tools) {
    std::vector<Condition> found;
    std::vector<Condition> common;
    const std::vector<Token>& tokens = tools.analyzer.analyze(node.text);
    for (const Token* token : scoring_tokens(tokens)) {
        if (is_beginning(node, *token, tokens)) {
            found.push_back(beginning_condition(*token, "", true, node.span, tools));
            continue;
        }
        auto& terms = is_common_word(token->text) ? common : found;
        terms.push_back(term_condition(std::string(tools.terms.term(*token))));
    }
    Condition any;
    any.kind = Condition::Kind::any;
    any.children = std::move(found.empty() ? common : found);
    any.wanted = node.span;
    return any;
}
Condition words_condition(const QueryNode& node, std::string_view prefix,
                          const UnderstandingTools& tools) {
    std::map<std::uint32_t, std::vector<Condition>> positions;
    std::uint32_t pair_end = 0;
    const std::vector<Token>& tokens = tools.analyzer.analyze(node.text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (token.kind == TokenKind::han_word) continue;
        if (token.kind == TokenKind::han_pair) pair_end = token.range.end;
        // A character is only asked for when no pair holds it.
        const bool pair_follows =
            i + 1 < tokens.size() && tokens[i + 1].kind == TokenKind::han_pair;
        if (token.kind == TokenKind::han_char && (pair_follows || pair_end >= token.range.end)) {
            continue;
        }
        positions[token.position].push_back(
            is_beginning(node, token, tokens)
                ? beginning_condition(token, prefix, true, node.span, tools)
                : term_condition(std::string(prefix).append(tools.terms.term(token))));
    }
    std::vector<Condition> words;
    for (auto& [position, alternatives] : positions) {
        words.push_back(group_condition(Condition::Kind::any, std::move(alternatives)));
    }
    return group_condition(Condition::Kind::all, std::move(words));
}

Phrase sequence(const QueryNode& node, bool stems, const UnderstandingTools& tools) {
    Phrase phrase;
    phrase.span = node.span;
    phrase.stems = stems;
    const std::vector<Token>& tokens = tools.analyzer.analyze(node.text);
    for (const Token& token : tokens) {
        if (token.kind == TokenKind::han_pair || token.kind == TokenKind::han_word) continue;
        if (phrase.positions.size() <= token.position) phrase.positions.resize(token.position + 1);
        phrase.prefix = is_beginning(node, token, tokens);
        const bool stem = stems && !phrase.prefix;
        phrase.positions[token.position].emplace_back(stem ? tools.terms.term(token) : token.text);
    }
    return phrase;
}

}  // namespace sinodex
