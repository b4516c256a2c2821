// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/near_filter.h"

#include <algorithm>

#include "corpus/schema/word_forms.h"
#include "searcher/ranking/phrases.h"

namespace sinodex {
namespace {

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
bool is_plain_letter(char c) { return is_lower(to_lower(c)); }
bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

bool opens(char c) { return c == '"' || c == '(' || c == '\'' || c == '<' || c == '['; }
bool closes(char c) {
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || opens(c) ||
           c == ')' || c == '>' || c == ']';
}

// Of other letters than these and of what stands between words nothing is known.
bool is_known(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 || byte == 0xE2 || (byte >= 0x80 && byte < 0xC0);
}

// It may belong to the word before it: per cent.
bool is_cent(std::string_view word) {
    return word.size() == 4 && to_lower(word[0]) == 'c' && to_lower(word[1]) == 'e' &&
           to_lower(word[2]) == 'n' && to_lower(word[3]) == 't';
}

// Of longer stretches without a blank nothing is remembered.
constexpr std::size_t kLongStretch = 60;
constexpr std::size_t kLongWord = 20;

}  // namespace

NearFilter::NearFilter(const Phrase& near, Analyzer& analyzer, Vocabulary& vocabulary)
    : near_(near), analyzer_(analyzer), vocabulary_(vocabulary) {
    std::size_t longest = 1;
    for (const std::vector<Phrase>& part : near_.parts) {
        for (const Phrase& one : part) {
            any_text_ = any_text_ || one.positions.empty();
            longest = std::max(longest, one.positions.size());
        }
    }
    apart_ = near_.distance + static_cast<std::uint32_t>(longest - 1);
    any_text_ = any_text_ || near_.parts.size() < 2;
    if (!any_text_) note_beginnings();
}

// Stemming leaves the first two letters of a word as they are, but for a y and irregular forms.
void NearFilter::note_beginnings() {
    bool stems = false;
    for (const std::vector<Phrase>& part : near_.parts) {
        for (const Phrase& one : part) {
            stems = stems || one.stems;
            for (const std::string& word : one.positions.front()) {
                const bool whole = !one.prefix || one.positions.size() > 1;
                any_text_ = any_text_ || word.empty() || !is_lower(word.front()) ||
                            (whole ? is_made(word) : may_be_made(word));
                if (!any_text_) note_beginning(word);
            }
        }
    }
    if (any_text_ || !stems) return;
    for (const std::string_view form : irregular_forms("")) {
        const auto size = static_cast<std::uint32_t>(form.size());
        if (parts_of({{0, size}, 0, TokenKind::word, false, form}) != 0) note_beginning(form);
    }
}

void NearFilter::note_beginning(std::string_view word) {
    std::uint32_t& seconds = beginnings_.at(static_cast<std::size_t>(word[0] - 'a'));
    constexpr std::uint32_t kAnyLetter = ~std::uint32_t{0};
    seconds |= 1U << static_cast<unsigned>('y' - 'a');
    seconds |= word.size() > 1 && is_lower(word[1]) ? 1U << static_cast<unsigned>(word[1] - 'a')
                                                    : kAnyLetter;
}

bool NearFilter::may_begin(char first, char second) const {
    const std::uint32_t seconds = beginnings_[static_cast<std::size_t>(first - 'a')];
    return (seconds >> static_cast<unsigned>(second - 'a') & 1U) != 0;
}

// Letters of a word may stand apart: U.S., e-commerce.
bool NearFilter::may_begin_in(std::string_view stretch) const {
    for (std::size_t i = 0; i < stretch.size(); ++i) {
        const char first = to_lower(stretch[i]);
        if (!is_lower(first)) continue;
        std::size_t next = i + 1;
        while (next < stretch.size() && !is_plain_letter(stretch[next]) &&
               !is_digit_byte(stretch[next])) {
            ++next;
        }
        const bool letter = next < stretch.size() && !is_digit_byte(stretch[next]);
        if (letter ? may_begin(first, to_lower(stretch[next]))
                   : beginnings_[static_cast<std::size_t>(first - 'a')] != 0) {
            return true;
        }
        // What begins in the middle of a word is none.
        while (i + 1 < stretch.size() && is_plain_letter(stretch[i + 1])) ++i;
    }
    return false;
}

NearFilter::Stretch NearFilter::next(std::string_view text, std::size_t& at) {
    const std::size_t begin = at;
    while (at < text.size() && opens(text[at])) ++at;
    const std::size_t first = at;
    while (at < text.size() && is_plain_letter(text[at])) ++at;
    const std::size_t behind = at;
    while (at < text.size() && closes(text[at])) ++at;
    const bool plain = at == text.size() || is_blank(text[at]);
    while (at < text.size() && !is_blank(text[at])) ++at;
    const std::size_t letters = behind - first;
    if (!plain || letters < 2 || letters > kLongWord) return {text.substr(begin, at - begin), {}};
    return {text.substr(begin, at - begin), text.substr(first, letters)};
}

// Words of one part each that begin at a token, as phrase_places() compares them.
NearFilter::Parts NearFilter::parts_of(const Token& token) {
    if (token.kind == TokenKind::han_pair || token.kind == TokenKind::han_word) return 0;
    Parts parts = 0;
    for (std::size_t i = 0; i < near_.parts.size(); ++i) {
        for (const Phrase& one : near_.parts[i]) {
            const bool begins = one.prefix && one.positions.size() == 1;
            const std::string_view word =
                one.stems && !begins ? std::string_view(vocabulary_.term(token)) : token.text;
            const auto& words = one.positions.front();
            if (std::any_of(words.begin(), words.end(), [&](const std::string& other) {
                    return begins ? word.starts_with(other) : word == other;
                })) {
                parts |= Parts{1} << i;
            }
        }
    }
    return parts;
}

void NearFilter::add_parts_of(std::string_view piece, Parts& parts) {
    for (const Token& token : analyzer_.analyze(piece)) parts |= parts_of(token);
}

NearFilter::Parts NearFilter::parts_in(const Stretch& stretch) {
    const bool plain = !stretch.letters.empty();
    if (plain) {
        const char first = to_lower(stretch.letters[0]);
        if (!may_begin(first, to_lower(stretch.letters[1]))) return 0;
        word_.assign(stretch.letters);
        for (char& c : word_) c = to_lower(c);
    } else {
        if (!may_begin_in(stretch.all)) return 0;
        word_.assign(stretch.all);
    }
    if (const auto found = known_.find(word_); found != known_.end()) return found->second;
    Parts parts = 0;
    add_parts_of(word_, parts);
    // A passage may end within.
    for (std::size_t i = 1; !plain && i < word_.size(); ++i) {
        if (is_plain_letter(word_[i - 1]) || is_digit_byte(word_[i - 1])) continue;
        add_parts_of(std::string_view(word_).substr(0, i), parts);
        add_parts_of(std::string_view(word_).substr(i), parts);
    }
    known_.emplace(word_, parts);
    return parts;
}

// What stands between blanks are one word at least, where they are letters; what else is there may
// be none.
bool NearFilter::may_hold(std::string_view text) {
    if (any_text_ || may_be_folded(text) || !std::all_of(text.begin(), text.end(), is_known)) {
        return true;
    }
    const std::size_t count = near_.parts.size();
    // Between the first and the last of them stand the others, too.
    const std::uint32_t most = static_cast<std::uint32_t>(count - 1) * (apart_ + 1) - 1;
    std::array<std::uint32_t, 8 * sizeof(Parts)> behind{};  // words up to where a part was seen
    const Parts all = (Parts{1} << count) - 1;
    Parts seen = 0;
    std::uint32_t words = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (is_blank(text[at])) {
            ++at;
            continue;
        }
        const Stretch stretch = next(text, at);
        if (stretch.all.size() > kLongStretch && may_begin_in(stretch.all)) return true;
        const Parts here = parts_in(stretch);
        const std::uint32_t before = words;
        if (!stretch.letters.empty() && !is_cent(stretch.letters)) ++words;
        if (here == 0) continue;
        for (std::size_t i = 0; i < count; ++i) {
            if ((here >> i & 1U) != 0) behind[i] = words;
        }
        seen |= here;
        if (seen != all) continue;
        const std::uint32_t first =
            *std::min_element(behind.begin(), behind.begin() + static_cast<std::ptrdiff_t>(count));
        if (first >= before || before - first <= most) return true;
    }
    return false;
}

}  // namespace sinodex
