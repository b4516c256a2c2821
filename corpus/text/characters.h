// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// How the scanner sees a text: as characters of a few classes. Internal to this folder.

#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <string_view>

#include "corpus/text/han.h"

namespace sinodex {

// `digit` are those that fold to ASCII digits, other scripts' digits are letters. `unspaced` are
// letters and marks of the scripts that, like Thai, put no spaces between words; `han` are the
// characters for which is_han_run holds. `mark` are combining marks, and what is invisible within a
// word, as the soft hyphen.
enum class CharClass : std::uint8_t { other, letter, digit, mark, han, unspaced };

struct Character {
    UChar32 code = 0;  // 0 past the end
    std::uint32_t next = 0;
    CharClass cls = CharClass::other;

    bool is_word() const {
        return cls == CharClass::letter || cls == CharClass::digit || cls == CharClass::mark;
    }
};

// The table goes by byte, with `other` for bytes that are no ASCII.
inline constexpr std::array<CharClass, 256> kAsciiClasses = [] {
    std::array<CharClass, 256> classes{};
    for (unsigned c = 'a'; c <= 'z'; ++c) classes.at(c) = CharClass::letter;
    for (unsigned c = 'A'; c <= 'Z'; ++c) classes.at(c) = CharClass::letter;
    for (unsigned c = '0'; c <= '9'; ++c) classes.at(c) = CharClass::digit;
    return classes;
}();

// The class of a code point beyond ASCII, from ICU's properties.
CharClass classify_by_properties(UChar32 c);

// Reads valid UTF-8.
class Utf8Cursor {
 public:
    explicit Utf8Cursor(std::string_view text) : text_(text) {}

    Character at(std::uint32_t i) const {
        if (i >= text_.size()) return {0, i, CharClass::other};
        const auto byte = static_cast<unsigned char>(text_[i]);
        if (byte < 0x80) return {byte, i + 1, kAsciiClasses[byte]};
        return beyond_ascii_at(i);
    }

 private:
    Character beyond_ascii_at(std::uint32_t i) const {
        std::size_t next = i;
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text_.data()), next, text_.size(), c);
        const CharClass cls = is_common_han(c) ? CharClass::han : classify_by_properties(c);
        return {c, static_cast<std::uint32_t>(next), cls};
    }

    std::string_view text_;
};

}  // namespace sinodex
