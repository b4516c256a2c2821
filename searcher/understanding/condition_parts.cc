// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/condition_parts.h"

#include <map>

#include "searcher/understanding/scoring_tokens.h"

namespace sinodex {

Condition one_of(const std::vector<std::string>& terms, std::string label) {
    Condition any = simplest(AnyOf{each_of(terms)});
    if (terms.empty()) any.is = HasTerm{"XNOTHING"};
    any.label = std::move(label);
    return any;
}

Condition beginning_condition(const Token& beginning, std::string_view prefix, bool stems,
                              ByteRange span, const ConditionTools& tools) {
    std::vector<std::string> terms;
    for (const std::string& term :
         tools.prefixes.of(beginning.text, prefix, stems, span, tools.warnings)) {
        terms.push_back(std::string(prefix).append(term));
    }
    return one_of(terms, std::string(prefix).append(beginning.text).append("*"));
}

AnyOf wanted_words(const QueryNode& node, const ConditionTools& tools) {
    std::vector<Condition> found;
    std::vector<Condition> common;
    const std::vector<Token>& tokens = tools.given.analyzer.analyze(node.text);
    for (const Token* token : scoring_tokens(tokens)) {
        if (is_beginning(node, *token, tokens)) {
            found.push_back(beginning_condition(*token, "", true, node.span, tools));
            continue;
        }
        auto& terms = is_common_word(token->text) ? common : found;
        terms.push_back({HasTerm{std::string(tools.given.terms.term(*token))}});
    }
    return {std::move(found.empty() ? common : found), node.span};
}

AllOf all_words(const QueryNode& node, std::string_view prefix, const ConditionTools& tools) {
    std::map<std::uint32_t, std::vector<Condition>> positions;
    std::uint32_t pair_end = 0;
    const std::vector<Token>& tokens = tools.given.analyzer.analyze(node.text);
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
                : Condition{HasTerm{std::string(prefix).append(tools.given.terms.term(token))}});
    }
    AllOf words;
    for (auto& [position, alternatives] : positions) {
        words.children.push_back(simplest(AnyOf{std::move(alternatives)}));
    }
    return words;
}

Phrase sequence(const QueryNode& node, bool stems, const ConditionTools& tools) {
    Phrase phrase;
    phrase.span = node.span;
    phrase.stems = stems;
    const std::vector<Token>& tokens = tools.given.analyzer.analyze(node.text);
    for (const Token& token : tokens) {
        if (token.kind == TokenKind::han_pair || token.kind == TokenKind::han_word) continue;
        if (phrase.positions.size() <= token.position) phrase.positions.resize(token.position + 1);
        phrase.prefix = is_beginning(node, token, tokens);
        const bool stem = stems && !phrase.prefix;
        phrase.positions[token.position].emplace_back(stem ? tools.given.terms.term(token)
                                                           : token.text);
    }
    return phrase;
}

}  // namespace sinodex
