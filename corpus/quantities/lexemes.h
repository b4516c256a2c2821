// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// A text as amounts and dates see it. Internal to this folder.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/quantities/decimal.h"
#include "corpus/quantities/quantity_words.h"

namespace sinodex::quantities {

inline constexpr std::size_t kPadding = 8;
// The symbol that 、 is read as.
inline constexpr char kEnumerationComma = '\1';

struct Lexeme {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Word word;
    bool capital = false;        // the first letter
    bool han = false;            // written in Chinese characters
    bool capitals = false;       // two letters or more, all of them capital
    bool past_form = false;      // an English word that ends like a past tense: fined
    bool plural_form = false;    // one in lower case that ends like a plural: phones
    bool version = false;        // a number of more than two parts (3.2.1) or with a colon (12:30)
    std::uint8_t digits = 0;     // of a whole number without commas
    std::uint8_t precision = 0;  // significant digits of a number, as written
    Decimal number;

    Class cls() const { return word.cls; }
    bool is(Class cls) const { return word.cls == cls; }
    bool is(Keyword keyword) const { return word.is(keyword); }
    bool is(Preposition preposition) const {
        return word.cls == Class::preposition && word.value == static_cast<int>(preposition);
    }
    bool is_symbol(char c) const { return word.cls == Class::symbol && word.value == c; }
    int value() const { return word.value; }
    // Returns a whole number without commas of at most 4 digits; -1 for others.
    int small_number() const;
};

// A text and its lexemes.
struct TextOfLexemes {
    std::string_view text;
    const std::vector<Lexeme>& lexemes;
    bool traditional = false;  // mostly in Traditional characters
    bool han = false;          // holds Chinese
};

// Reads texts, and keeps the memory from one to the next. Not thread-safe.
class LexemeReader {
 public:
    // Any bytes; never fails. The last kPadding lexemes are ends of lines, past the text, so that a
    // grammar may look ahead.
    const std::vector<Lexeme>& read(std::string_view text);
    // The text read last and its lexemes, both valid until the next call.
    TextOfLexemes last() const;

 private:
    void read_word();
    void read_number();
    bool read_misread_number(std::uint32_t begin);
    bool read_number_from_l();
    bool read_misread_word();
    bool read_misread_mark(std::uint32_t begin);
    void read_split_decimals();
    bool add_quarters(int quarters);
    bool is_day_behind_month(char32_t character) const;
    bool is_between_han_digits() const;
    Word mended(Word word, char32_t character) const;
    std::string_view continental_number() const;
    void read_continental_number(std::string_view number);
    void read_beyond_ascii();
    void read_wide_number();
    void read_han_run();
    bool read_digits(std::int64_t& mantissa, int& count);
    void add(std::uint32_t begin, Word word);
    void add_number(std::uint32_t begin, Decimal number, std::uint8_t precision);
    bool is_digit_at(std::size_t i) const;
    void merge_into_mark();

    std::string_view text_;
    std::uint32_t at_ = 0;
    std::vector<Lexeme> lexemes_;
    std::u32string run_;           // Simplified
    std::size_t traditional_ = 0;  // characters
    std::size_t han_characters_ = 0;
    std::vector<std::uint32_t> run_begins_;
};

}  // namespace sinodex::quantities
