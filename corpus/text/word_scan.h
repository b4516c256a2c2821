// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "corpus/text/characters.h"

namespace sinodex {

inline bool is_apostrophe(UChar32 c) {
    return c == '\'' || c == 0x2019 || c == 0x2BC || c == 0xFF07;
}
inline bool is_hyphen(UChar32 c) { return c == '-' || c == 0x2010 || c == 0x2011; }

// A longer run of combining marks is an attack on normalisation, which is quadratic in it.
inline constexpr int kMaxMarks = 30;

// Where a word ends: the rules for apostrophes, full stops, commas and hyphens between characters.
// Internal to this folder.
class WordScan {
 public:
    explicit WordScan(Utf8Cursor cursor) : cursor_(cursor) {}

    // The end of the word that starts at `begin`, where a letter or digit is.
    std::uint32_t word_end(std::uint32_t begin);

    // Where the second part of a hyphenated word begins, `end` if none does.
    std::uint32_t after_hyphen(std::uint32_t end) const;

    // The end of C++ and C#: of a letter alone and the signs that make another name of it; `end` if
    // there are none, or more.
    std::uint32_t after_signs(std::uint32_t begin, std::uint32_t end) const;

 private:
    struct DigitRun {
        std::uint32_t end;
        std::uint32_t count;
    };

    std::uint32_t run_end(std::uint32_t begin);
    DigitRun digits_at(std::uint32_t begin) const;
    std::uint32_t after_apostrophe(std::uint32_t next);
    std::uint32_t after_acronym_stop(std::uint32_t next);
    std::uint32_t after_number_stop(std::uint32_t next);
    std::uint32_t after_thousands_comma(std::uint32_t next);
    bool is_single_letter(std::uint32_t begin, std::uint32_t end) const;

    Utf8Cursor cursor_;
    CharClass last_ = CharClass::other;  // of the last character that run_end took

    // These say what the word is so far.
    bool acronym_ = false;    // single letters and full stops
    bool number_ = false;     // digits, full stops and commas
    bool thousands_ = false;  // a number to which another group of three digits may belong
};

}  // namespace sinodex
