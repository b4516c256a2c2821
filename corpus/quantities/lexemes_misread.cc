// SPDX-License-Identifier: GPL-2.0-or-later

// Lexemes that a scanner misread.

#include "corpus/quantities/figures.h"
#include "corpus/quantities/lexemes.h"
#include "corpus/quantities/misread.h"

namespace sinodex::quantities {
// Whether a zero was read as another one: 二O二一年. The text goes on at at_.
bool LexemeReader::is_between_han_digits() const {
    const bool before =
        !lexemes_.empty() && lexemes_.back().is(Class::han_digit) && lexemes_.back().end + 1 == at_;
    return before && at_ < text_.size() && static_cast<unsigned char>(text_[at_]) >= 0x80;
}

// l7 behind a month, l.2%.
bool LexemeReader::read_number_from_l() {
    const bool digits = is_digit_at(at_ + 1) || (is_digit_at(at_ + 2) && text_[at_ + 1] == '.');
    if (!digits) return false;
    const bool expected = !lexemes_.empty() && lexemes_.back().is(Class::month);
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
