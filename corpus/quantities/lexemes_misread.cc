// SPDX-License-Identifier: GPL-2.0-or-later

// Lexemes that a scanner misread.

#include "corpus/quantities/figures.h"
#include "corpus/quantities/lexemes.h"
#include "corpus/quantities/misread.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {
// Whether a zero was read as another one: 二O二一年. The text goes on at at_.
bool LexemeReader::is_between_han_digits() const {
    const bool before =
        !lexemes_.empty() && lexemes_.back().is(Class::han_digit) && lexemes_.back().end + 1 == at_;
    return before && at_ < text_.size() && static_cast<unsigned char>(text_[at_]) >= 0x80;
}

// l7 behind a month, l.2%, $I.5 billion.
bool LexemeReader::read_number_from_l() {
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (!is_digit(next) && next != 'O' && !(next == '.' && is_digit_at(at_ + 2))) return false;
    const bool expected =
        !lexemes_.empty() && (lexemes_.back().is(Class::month) || lexemes_.back().is(Class::mark));
    const auto misread = number_from_l(text_.substr(at_), expected);
    if (!misread) return false;
    const std::uint32_t begin = at_;
    at_ += static_cast<std::uint32_t>(misread->size);
    add_number(begin, misread->number, misread->precision);
    lexemes_.back().digits = misread->digits;
    return true;
}

// The number at `begin` where letters that are meant as digits stand behind what was read of it.
bool LexemeReader::read_misread_number(std::uint32_t begin) {
    const auto taken_at = [&](std::size_t i) {
        const char c = i < text_.size() ? text_[i] : '\0';
        return c == 'O' || c == 'o' || c == 'I' || c == 'l';
    };
    const bool joint = at_ < text_.size() && (text_[at_] == ',' || text_[at_] == '.');
    if (!taken_at(at_) && !(joint && (is_digit_at(at_ + 1) || taken_at(at_ + 1)))) return false;
    const auto misread = misread_number(text_.substr(begin));
    if (!misread) return false;
    at_ = begin + static_cast<std::uint32_t>(misread->size);
    add_number(begin, misread->number, misread->precision);
    lexemes_.back().digits = misread->digits;
    return true;
}

// S1.2 billion, USS300. The letters from `begin` on have just been read.
bool LexemeReader::read_misread_mark(std::uint32_t begin) {
    constexpr std::uint32_t kLongest = 3;
    if (text_[at_ - 1] != 'S' || at_ - begin > kLongest) return false;
    const std::string_view letters = text_.substr(begin, at_ - begin);
    if (!is_misread_mark(letters, text_.substr(at_))) return false;
    add(begin, {Class::mark, static_cast<std::int16_t>(Unit::usd)});
    if (letters == "HKS") lexemes_.back().word.value = static_cast<std::int16_t>(Unit::hkd);
    if (letters == "NTS") lexemes_.back().word.value = static_cast<std::int16_t>(Unit::twd);
    return true;
}

// The number that goes on behind a gap: 2. 8 billion. What was read of it is the last lexeme.
void LexemeReader::read_split_decimals() {
    Lexeme& number = lexemes_.back();
    const std::size_t before = lexemes_.size() - 1;
    const bool listed = before == 0 || lexemes_[before - 1].is(Class::line);  // 2. 8% of ...
    if (listed || number.digits == 0 || number.digits > 3) return;
    const std::size_t size = split_decimals(text_.substr(at_));
    if (size == 0) return;
    int places = 0;
    std::int64_t digits = 0;
    for (const char c : text_.substr(at_ + 2, size - 2)) {
        digits = digits * 10 + (c - '0');
        ++places;
    }
    number.number = number.number.plus(Decimal(digits, -places)).value_or(number.number);
    number.precision = static_cast<std::uint8_t>(number.digits + places);
    number.digits = 0;
    at_ += static_cast<std::uint32_t>(size);
    number.end = at_;
}

// 0ctober, 1ast.
bool LexemeReader::read_misread_word() {
    const bool letter = at_ + 1 < text_.size() && is_letter(text_[at_ + 1]);
    if (!letter || (text_[at_] != '0' && text_[at_] != '1')) return false;
    std::uint32_t end = at_ + 1;
    while (end < text_.size() && (is_letter(text_[end]) || is_digit_at(end))) ++end;
    const Word word = misread_word(text_.substr(at_, end - at_));
    if (word.cls == Class::other) return false;
    const std::uint32_t begin = at_;
    at_ = end;
    add(begin, word);
    lexemes_.back().capital = text_[begin] == '0';
    return true;
}

// What a character means behind a number, where a scanner took it for another one.
Word LexemeReader::mended(Word word, char32_t character) const {
    if (word.cls != Class::other || word.value != 0 || lexemes_.empty()) return word;
    const Lexeme& before = lexemes_.back();
    const bool number = before.is(Class::number) || before.is(Class::han_digit) ||
                        before.is(Class::han_ten) || before.is(Class::han_scale);
    if (!number || before.end != at_) return word;
    return misread_han(character, before.digits == 4 || before.is(Class::han_digit));
}

}  // namespace sinodex::quantities
