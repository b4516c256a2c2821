// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// Words and numbers as a scanner misread them: 20l9, 500,O00, mi11ion, Novernber. Internal to this
// folder.

#include <optional>
#include <string_view>

#include "corpus/quantities/decimal.h"
#include "corpus/quantities/quantity_words.h"

namespace sinodex::quantities {

// The number that `text` begins with, some of whose digits were read as letters. Each of them
// stands between digits, but for a capital O at the end, and an l before 日, 月, 年, 万 or 亿.
struct MisreadNumber {
    Decimal number;
    std::size_t size = 0;     // in bytes
    std::uint8_t digits = 0;  // of a whole number without commas
    std::uint8_t precision = 0;
};
std::optional<MisreadNumber> misread_number(std::string_view text);

// The same for a number that begins with an l or I: l.2%, I00 million; l7 where a number is
// `expected`.
std::optional<MisreadNumber> number_from_l(std::string_view text, bool expected);

// The word that is meant by one with rn for m, or 1 and 0 among its letters; none (Class::other)
// where that makes no word of an amount or a date.
Word misread_word(std::string_view word);

// The power of ten that a word behind a number is meant to be, when l, i and 1 were mixed up:
// mlllion, biIlion; none for others.
Word misread_scale(std::string_view word);

// How far a number goes on behind a gap that a scanner saw at its point: the ". 8" of "2. 8
// billion". 0 where it does not.
std::size_t split_decimals(std::string_view behind);

// Whether letters right before a number end with an S that is meant as $: S1.2 billion, HKS35.
bool is_misread_mark(std::string_view letters, std::string_view behind);

// The word that a Chinese character is meant to be behind a number: 曰, 夭, 午, 兀 and 忆 for 日,
// 天, 年, 元 and 亿. `four_digits`: the number may be a year.
Word misread_han(char32_t character, bool four_digits);
constexpr bool may_be_misread(char32_t character) {
    return character == U'曰' || character == U'夭' || character == U'午' || character == U'兀' ||
           character == U'忆';
}

}  // namespace sinodex::quantities
