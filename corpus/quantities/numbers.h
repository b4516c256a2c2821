// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// Numbers as they are spelt. Internal to this folder.

#include <optional>
#include <vector>

#include "corpus/quantities/lexemes.h"

namespace sinodex::quantities {

inline constexpr int kDozen = 12;

struct Number {
    Decimal value;
    std::size_t end = 0;      // index behind its last lexeme
    int precision = 0;        // significant digits, as written
    int scale = 0;            // the power of ten that its last words stand for: 9 in "2.8 billion"
    bool scaled = false;      // with a word such as million
    bool letter = false;      // its scale is but a letter: 5m
    bool more = false;        // 十多亿, 80余家
    Decimal step;             // 两三百万: what lies between its two ends; else 0
    bool about = false;       // 五十来天
    bool clipped = false;     // 两千八: the power of ten of its last digit is left unsaid
    bool led_by_ten = false;  // 千万元: ten million, or but very much
    bool year_like = false;   // four digits that may be a year
};

// The number that starts at `begin`: 2.8, 2.8 billion, 37bn, twenty-five, half a million, a
// trillion, 182.28亿, 二百亿, 1亿2000万.
std::optional<Number> read_number(const std::vector<Lexeme>& lexemes, std::size_t begin);

// How many lexemes a number may have; keeps the time for hostile texts linear.
inline constexpr std::size_t kLongestNumberRead = 24;

// How many digits the mantissa of a value has.
int significant_digits(Decimal value);

// Whether a number with Chinese digits or powers of ten may start at `begin`, and the number.
bool is_chinese_number_at(const std::vector<Lexeme>& lexemes, std::size_t begin);
std::optional<Number> read_chinese_number(const std::vector<Lexeme>& lexemes, std::size_t begin);

// Whether the number at `i` is that of a part or a thing: Article 22, No. 5.
bool is_numbered(const std::vector<Lexeme>& lexemes, std::size_t i);

// The digits of 二〇二一, that is, Chinese digits in a row: their number, and how many there were.
struct HanDigits {
    int value = 0;
    std::size_t count = 0;
};
HanDigits read_han_digits(const std::vector<Lexeme>& lexemes, std::size_t begin);

// "a quarter of a million".
bool is_quarter_of_scale(const std::vector<Lexeme>& lexemes, std::size_t i);

}  // namespace sinodex::quantities
