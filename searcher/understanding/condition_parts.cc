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
Condition wanted_condition(std::string_view text, const UnderstandingTools& tools) {
    std::vector<Condition> found;
    std::vector<Condition> common;
    for (const Token* token : scoring_tokens(tools.analyzer.analyze(text))) {
        auto& terms = is_common_word(token->text) ? common : found;
        terms.push_back(term_condition(std::string(tools.terms.term(*token))));
    }
    return group_condition(Condition::Kind::any, std::move(found.empty() ? common : found));
}
Condition words_condition(std::string_view text, std::string_view prefix,
                          const UnderstandingTools& tools) {
    std::map<std::uint32_t, std::vector<Condition>> positions;
    std::uint32_t pair_end = 0;
    const std::vector<Token>& tokens = tools.analyzer.analyze(text);
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
            term_condition(std::string(prefix).append(tools.terms.term(token))));
    }
    std::vector<Condition> words;
    for (auto& [position, alternatives] : positions) {
        words.push_back(group_condition(Condition::Kind::any, std::move(alternatives)));
    }
    return group_condition(Condition::Kind::all, std::move(words));
}

}  // namespace sinodex
