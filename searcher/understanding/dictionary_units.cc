// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/dictionary_units.h"

#include <algorithm>

namespace sinodex {
namespace {

// The Chinese words that the segmenter made, of two characters or more.
std::vector<ByteRange> segmented_words(const std::vector<Token>& tokens) {
    std::vector<ByteRange> words;
    for (const Token& token : tokens) {
        const bool pair = token.kind == TokenKind::han_pair && token.in_dictionary;
        if (pair || token.kind == TokenKind::han_word) words.push_back(token.range);
    }
    return words;
}

}  // namespace

std::vector<DictionaryUnit> dictionary_units_of(const std::vector<Token>& tokens,
                                                TermMaker& terms) {
    const std::vector<ByteRange> words = segmented_words(tokens);
    std::vector<DictionaryUnit> units;
    std::uint32_t position = UINT32_MAX;
    for (const Token& token : tokens) {
        if (token.kind == TokenKind::han_pair || token.kind == TokenKind::han_word) continue;
        if (token.position == position) continue;  // another spelling of the same word
        position = token.position;
        const std::uint32_t begin = token.range.begin;
        const bool inside = std::any_of(words.begin(), words.end(), [begin](ByteRange word) {
            return word.begin < begin && begin < word.end;
        });
        units.push_back({std::string(terms.term(token)), std::string(token.text), token.range,
                         token.kind == TokenKind::han_char, inside});
    }
    return units;
}

std::vector<std::string> words_of_phrase(std::string_view phrase) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin <= phrase.size();) {
        const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
        words.emplace_back(phrase.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

}  // namespace sinodex
