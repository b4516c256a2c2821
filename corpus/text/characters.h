#pragma once

// How the scanner sees a text: characters in four classes, read through one of two cursors that
// must agree on ASCII. Internal to this folder.

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <string_view>

#include "corpus/text/han.h"

namespace sinodex {

enum class CharClass : std::uint8_t { other, letter, digit, mark, unspaced };

struct Character {
    UChar32 code = 0;  // 0 past the end
    std::uint32_t next = 0;
    CharClass cls = CharClass::other;

    bool is_word() const { return cls != CharClass::other && cls != CharClass::unspaced; }
};

// By byte; `other` for bytes that are no ASCII.
inline constexpr std::array<CharClass, 256> kAsciiClasses = [] {
    std::array<CharClass, 256> classes{};
    for (unsigned c = 'a'; c <= 'z'; ++c) classes.at(c) = CharClass::letter;
    for (unsigned c = 'A'; c <= 'Z'; ++c) classes.at(c) = CharClass::letter;
    for (unsigned c = '0'; c <= '9'; ++c) classes.at(c) = CharClass::digit;
    return classes;
}();

inline CharClass classify(UChar32 c) {
    if (c < 0x80) return kAsciiClasses[static_cast<unsigned char>(c)];
    if (is_han_run(c)) return CharClass::unspaced;
    if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) {
        return CharClass::unspaced;
    }
    if (u_isalpha(c)) return CharClass::letter;
    if (u_isdigit(c)) return CharClass::digit;
    return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0 ? CharClass::mark : CharClass::other;
}

// Reads any UTF-8.
class Utf8Cursor {
   public:
    explicit Utf8Cursor(std::string_view text) : text_(text) {}

    Character at(std::uint32_t i) const {
        if (i >= text_.size()) return {0, i, CharClass::other};
        std::size_t next = i;
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text_.data()), next, text_.size(), c);
        return {c, static_cast<std::uint32_t>(next), classify(c)};
    }
    static bool left_ascii() { return false; }

   private:
    std::string_view text_;
};

// Reads ASCII; notes when it was asked for anything else, and what it then said does not count.
class AsciiCursor {
   public:
    explicit AsciiCursor(std::string_view text) : text_(text) {}

    Character at(std::uint32_t i) {
        if (i >= text_.size()) return {0, i, CharClass::other};
        const auto c = static_cast<unsigned char>(text_[i]);
        left_ascii_ |= c >= 0x80;
        return {c, i + 1, kAsciiClasses[c]};
    }
    bool left_ascii() const { return left_ascii_; }

   private:
    std::string_view text_;
    bool left_ascii_ = false;
};

}  // namespace sinodex
