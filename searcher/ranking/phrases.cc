#include "searcher/ranking/phrases.h"

#include <algorithm>

namespace sinodex {
namespace {

bool is_pair(const Token& token) {
    return token.kind == TokenKind::han_pair || token.kind == TokenKind::han_word;
}

}  // namespace

std::vector<ByteRange> find_phrase(const Phrase& phrase, const std::vector<Token>& tokens) {
    std::vector<ByteRange> found;
    const auto matches = [&](const Token& token, std::size_t word) {
        const auto& alternatives = phrase.positions[word];
        return !is_pair(token) && std::find(alternatives.begin(), alternatives.end(), token.text) !=
                                      alternatives.end();
    };
    for (std::size_t start = 0; start < tokens.size(); ++start) {
        if (!matches(tokens[start], 0)) continue;
        std::size_t at = start;
        std::size_t word = 1;
        for (; word < phrase.positions.size(); ++word) {
            const std::uint32_t position =
                tokens[start].position + static_cast<std::uint32_t>(word);
            std::size_t next = at + 1;
            while (next < tokens.size() &&
                   (tokens[next].position < position ||
                    (tokens[next].position == position && !matches(tokens[next], word)))) {
                ++next;
            }
            if (next >= tokens.size() || tokens[next].position != position) break;
            at = next;
        }
        if (word < phrase.positions.size()) continue;
        const ByteRange range{tokens[start].range.begin, tokens[at].range.end};
        if (found.empty() || found.back().end <= range.begin) found.push_back(range);
    }
    return found;
}

}  // namespace sinodex
