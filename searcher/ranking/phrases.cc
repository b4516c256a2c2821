// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/phrases.h"

#include <algorithm>
#include <array>

namespace sinodex {
namespace {

bool is_pair(const Token& token) {
    return token.kind == TokenKind::han_pair || token.kind == TokenKind::han_word;
}

// Words that analysis may make of other letters: 37bn, 5%.
constexpr std::array<std::string_view, 5> kMadeWords{"billion", "million", "percent", "thousand",
                                                     "trillion"};

bool is_plain(const std::string& word) {
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    return !word.empty() && std::all_of(word.begin(), word.end(), is_lower) && !is_made(word);
}

bool is_ascii(std::string_view text) {
    unsigned all = 0;
    for (const char c : text) all |= static_cast<unsigned char>(c);
    return all < 0x80;
}

// Letters that are folded to others: accents, full width.
bool is_folded(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0xC2 && byte <= 0xDF) || byte == 0xE1 || byte >= 0xEF;
}

// Texts are looked through in blocks of so many bytes, for what a compiler makes of such a loop:
// most blocks hold no beginning of a word.
constexpr std::size_t kBlock = 32;

// Whether a word may begin in a block, by its first two letters: with the first one, and the second
// one or what may stand within a word behind it. Looks at a byte behind the block, too.
bool may_begin_in(const char* block, unsigned char first, unsigned char second) {
    constexpr unsigned kCase = 0x20;
    unsigned found = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
        const auto here = static_cast<unsigned char>(static_cast<unsigned char>(block[i]) | kCase);
        const auto behind = static_cast<unsigned char>(block[i + 1]);
        const auto letter = static_cast<unsigned char>(behind | kCase);
        const bool alphabetic = static_cast<unsigned char>(letter - 'a') < 26;
        const bool digit = static_cast<unsigned char>(behind - '0') < 10;
        const bool goes_on = (letter == second) | !(alphabetic | digit);
        found |= static_cast<unsigned>((here == first) & goes_on);
    }
    return found != 0;
}

// Where the word ends that begins at `at`, with what may stand within one: U.S., e-commerce. npos
// where another word stands.
std::size_t match_word(std::string_view text, std::size_t at, std::string_view word) {
    std::size_t matched = 0;
    for (; at < text.size() && matched < word.size(); ++at) {
        if (to_lower_ascii(text[at]) == word[matched]) {
            ++matched;
        } else if (matched == 0 || is_ascii_alphanumeric(text[at])) {
            return text.npos;
        }
    }
    return matched == word.size() ? at : text.npos;
}

// Where a word begins that ends before `end`, with what may stand within and behind it.
std::size_t match_word_before(std::string_view text, std::size_t end, std::string_view word) {
    std::size_t left = word.size();
    while (end > 0 && left > 0) {
        const char c = text[--end];
        if (to_lower_ascii(c) == word[left - 1]) {
            --left;
        } else if (is_ascii_alphanumeric(c)) {
            return text.npos;
        }
    }
    return left == 0 ? end : text.npos;
}

// Where the next word may begin: behind anything that is no letter or digit.
std::size_t next_word(std::string_view text, std::size_t at) {
    while (at < text.size() && !is_ascii_alphanumeric(text[at])) ++at;
    return at;
}

// Letters alone may stand between words: a possessive, and what belongs to the word behind it,
// e-commerce.
constexpr std::size_t kLettersBetween = PhraseFilter::kLettersBetween;

bool follow(std::string_view text, std::size_t at, const std::vector<std::string>& words,
            std::size_t word) {
    if (word == words.size()) return true;
    for (std::size_t letters = 0; letters <= kLettersBetween; ++letters) {
        at = next_word(text, at);
        const std::size_t end = match_word(text, at, words[word]);
        if (end != text.npos && follow(text, end, words, word + 1)) return true;
        const bool alone =
            at < text.size() && (at + 1 == text.size() || !is_ascii_alphanumeric(text[at + 1]));
        if (!alone) return false;
        ++at;
    }
    return false;
}

// Whether the words before `word` stand before a place, as follow() finds them in front of it.
bool precede(std::string_view text, std::size_t at, const std::vector<std::string>& words,
             std::size_t word) {
    if (word == 0) return true;
    for (std::size_t letters = 0; letters <= kLettersBetween; ++letters) {
        const std::size_t begin = match_word_before(text, at, words[word - 1]);
        if (begin != text.npos && precede(text, begin, words, word - 1)) return true;
        while (at > 0 && !is_ascii_alphanumeric(text[at - 1])) --at;
        const bool alone = at > 0 && at < text.size() && !is_ascii_alphanumeric(text[at]);
        if (!alone) return false;
        --at;
    }
    return false;
}

}  // namespace

bool has_folded_letters(std::string_view text) {
    return !is_ascii(text) && std::any_of(text.begin(), text.end(), is_folded);
}

// An address is no word: with "://", or where three of these letters stand together.
bool may_have_address(std::string_view text) {
    const auto is_w = [&](std::size_t i) { return static_cast<unsigned>((text[i] | 0x20) == 'w'); };
    unsigned found = 0;
    for (std::size_t i = 0; i + 2 < text.size(); ++i) found |= is_w(i) & is_w(i + 1) & is_w(i + 2);
    return found != 0 || text.find("://") != text.npos;
}

bool may_be_folded(std::string_view text) {
    return may_have_address(text) || has_folded_letters(text);
}

bool is_made(std::string_view word) {
    return std::find(kMadeWords.begin(), kMadeWords.end(), word) != kMadeWords.end();
}

bool may_be_made(std::string_view beginning) {
    return std::any_of(kMadeWords.begin(), kMadeWords.end(),
                       [&](std::string_view word) { return word.starts_with(beginning); });
}

// Of a phrase with words that a text shows in several ways, its longest run of others.
PhraseFilter::PhraseFilter(const Phrase& phrase) {
    if (phrase.stems) return;
    const std::size_t count = phrase.positions.size();
    const auto letters = [](const std::vector<std::string>& words) {
        std::size_t size = 0;
        for (const std::string& word : words) size += word.size();
        return size;
    };
    std::vector<std::string> run;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& alternatives = phrase.positions[i];
        const bool begins = phrase.prefix && i + 1 == count;
        if (alternatives.size() != 1 || !is_plain(alternatives.front()) ||
            (begins && may_be_made(alternatives.front()))) {
            run.clear();
            continue;
        }
        run.push_back(alternatives.front());
        if (letters(run) <= letters(words_)) continue;
        words_ = run;
        ends_open_ = begins;
    }
    for (std::size_t i = 0; i < words_.size(); ++i) {
        if (words_[i].size() > words_[rarest_].size()) rarest_ = i;
    }
}

bool PhraseFilter::may_hold(std::string_view text) const {
    return words_.empty() || stands_in(text) || may_be_folded(text);
}

bool PhraseFilter::stands_in(std::string_view text) const {
    const std::string& word = words_[rarest_];
    const char first = word.front();
    const bool letter = word.size() == 1;
    for (std::size_t begin = 0; begin < text.size(); begin += kBlock) {
        const bool whole = !letter && begin + kBlock < text.size();
        if (whole && !may_begin_in(text.data() + begin, static_cast<unsigned char>(first),
                                   static_cast<unsigned char>(word[1]))) {
            continue;
        }
        const std::size_t end = std::min(begin + kBlock, text.size());
        for (std::size_t i = begin; i < end; ++i) {
            if (to_lower_ascii(text[i]) != first) continue;
            const std::size_t behind = match_word(text, i, word);
            if (behind != text.npos && follow(text, behind, words_, rarest_ + 1) &&
                precede(text, i, words_, rarest_)) {
                return true;
            }
        }
    }
    return false;
}

std::vector<PhrasePlace> phrase_places(const Phrase& phrase, const std::vector<Token>& tokens,
                                       const WordOf& word_of) {
    std::vector<PhrasePlace> found;
    if (phrase.positions.empty()) return found;
    const auto matches = [&](const Token& token, std::size_t word) {
        if (is_pair(token)) return false;
        const bool begins = phrase.prefix && word + 1 == phrase.positions.size();
        const std::string_view text = begins ? token.text : word_of(token);
        const auto& alternatives = phrase.positions[word];
        return std::any_of(alternatives.begin(), alternatives.end(), [&](const std::string& one) {
            return begins ? text.starts_with(one) : text == one;
        });
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
        if (found.empty() || found.back().range.end <= range.begin) {
            found.push_back({range, tokens[start].position, tokens[at].position});
        }
    }
    return found;
}

std::vector<ByteRange> find_phrase(const Phrase& phrase, const std::vector<Token>& tokens) {
    std::vector<ByteRange> ranges;
    const auto folded = [](const Token& token) { return token.text; };
    for (const PhrasePlace& place : phrase_places(phrase, tokens, folded)) {
        ranges.push_back(place.range);
    }
    return ranges;
}

}  // namespace sinodex
