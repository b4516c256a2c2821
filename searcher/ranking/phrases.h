// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/ascii.h"
#include "corpus/text/token.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

struct PhrasePlace {
    ByteRange range;
    std::uint32_t first = 0;  // positions
    std::uint32_t last = 0;
};

// Returns what of a token is compared: its folded word, or its index term.
using WordOf = std::function<std::string_view(const Token&)>;

std::vector<PhrasePlace> phrase_places(const Phrase& phrase, const std::vector<Token>& tokens,
                                       const WordOf& word_of);

// The places where a phrase stands among the tokens of one text, as byte ranges, in order and
// without overlap. Words are compared as they are folded, not by their stems. Thread-safe.
std::vector<ByteRange> find_phrase(const Phrase& phrase, const std::vector<Token>& tokens);

// Whether analysis may make other words of a text than its letters are: by accents, full width, or
// as it passes over addresses. Thread-safe.
bool may_be_folded(std::string_view text);
// The two reasons for it: letters that are folded to others, and addresses.
bool has_folded_letters(std::string_view text);
bool may_have_address(std::string_view text);

// A letter of ASCII in lower case; anything else as it is. Thread-safe.
constexpr char to_lower_ascii(char c) {
    return is_ascii_upper(c) ? static_cast<char>(c | 0x20) : c;
}
constexpr bool is_ascii_alphanumeric(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }

// Whether a word, or one that begins so, may be made of other letters: 37bn, 5%. Thread-safe.
bool is_made(std::string_view word);
bool may_be_made(std::string_view beginning);

// Tells of most texts that do not hold a phrase that they do not, by their bytes alone: much faster
// than analysing them. Thread-safe.
class PhraseFilter {
 public:
    // So many letters alone may stand between two words of a phrase.
    static constexpr std::size_t kLettersBetween = 2;

    explicit PhraseFilter(const Phrase& phrase);

    // False only where find_phrase would find nothing.
    bool may_hold(std::string_view text) const;

    // Neighbouring words of it, which a text shows by its bytes; empty: any text may hold it.
    const std::vector<std::string>& words() const { return words_; }
    // The longest of them, which is looked for.
    std::size_t rarest() const { return rarest_; }
    // Whether the last of them is a beginning of words.
    bool ends_open() const { return ends_open_; }
    // Whether they stand in a text, unless that is folded.
    bool stands_in(std::string_view text) const;

 private:
    std::vector<std::string> words_;
    std::size_t rarest_ = 0;
    bool ends_open_ = false;
};

}  // namespace sinodex
