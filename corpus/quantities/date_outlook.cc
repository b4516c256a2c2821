// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/date_outlook.h"

#include "corpus/quantities/date_grammar.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;

// Nothing where the text does not go back so far.
const Lexeme& lexeme_before(const Lexemes& lexemes, std::size_t begin, std::size_t count) {
    static const Lexeme kNone;
    return begin >= count ? lexemes[begin - count] : kNone;
}

bool is_ending(const Lexeme& word) {
    constexpr std::uint32_t kEnding = 6;  // not "ended"
    return word.is(Keyword::ended) && !word.han && word.end - word.begin == kEnding;
}

// 12月31日起
bool is_han_beginning(const Lexemes& lexemes, std::size_t begin) {
    constexpr std::size_t kLongestDate = 5;
    for (std::size_t i = begin; i < begin + kLongestDate && i + 1 < lexemes.size(); ++i) {
        if (!lexemes[i].is(Keyword::day_sign)) continue;
        const Lexeme& sign = lexemes[i + 1];
        return sign.is(Class::counter) && sign.value() == static_cast<int>(Unit::count);
    }
    return false;
}

// 第三季展望, 下半年财测
bool is_outlook_behind(const Lexemes& lexemes, std::size_t begin) {
    constexpr std::size_t kFar = 9;
    if (!lexemes[begin].han && !lexemes[begin + 1].han) return false;
    for (std::size_t i = begin + 1; i < begin + kFar && i < lexemes.size(); ++i) {
        const Lexeme& word = lexemes[i];
        if (word.is(Class::other) && word.value() == kOutlook) return true;
        const bool passes = word.han || word.is(Class::number);
        if (!passes || word.is(Keyword::past) || word.is(Keyword::han_of)) break;
    }
    return false;
}

bool is_behind_today(const Lexemes& lexemes, std::size_t begin) {
    const Lexeme& joint = lexeme_before(lexemes, begin, 1);
    const Lexeme& day = lexeme_before(lexemes, begin, 2);
    const bool joins = joint.is(Keyword::word_and) || joint.is(Keyword::han_and) ||
                       joint.is_symbol(kEnumerationComma);
    return lexemes[begin].is(Class::weekday) && joins && day.is(Class::relative) &&
           (day.value() == static_cast<int>(Relative::day_0) ||
            day.value() == static_cast<int>(Relative::day_plus_1));
}

}  // namespace

bool may_begin_later(const Lexemes& lexemes, std::size_t begin) {
    const Lexeme& from = lexeme_before(lexemes, begin, 1);
    if (from.han)
        return (from.is(Keyword::from) || from.is(Keyword::han_at)) &&
               is_han_beginning(lexemes, begin);
    const Lexeme& first = lexemes[begin];
    const Lexeme& next = lexemes[begin + 1];
    const bool day = (first.is(Class::month) && next.is(Class::number)) ||
                     (first.is(Class::number) && next.is(Class::month));
    const Lexeme& behind = lexemes[begin + 2];
    const bool span =
        behind.is(Keyword::to) || behind.is(Class::preposition) || behind.is_symbol('-');
    return from.is(Keyword::from) && day && !span;
}

bool is_behind_ending(const Lexemes& lexemes, std::size_t begin) {
    constexpr std::size_t kFar = 5;
    const Lexeme& before = lexeme_before(lexemes, begin, 1);
    const bool led = before.is(Class::preposition) || before.is(Keyword::in);
    if (is_ending(led ? lexeme_before(lexemes, begin, 2) : before)) return true;
    if (lexemes[begin].is(Class::weekday)) return false;
    for (std::size_t i = begin; i < begin + kFar && i < lexemes.size(); ++i) {
        const Lexeme& word = lexemes[i];
        if (word.is(Class::month) || word.is(Class::symbol) || word.is(Class::line)) break;
        if (is_ending(word)) return true;
    }
    return false;
}

bool is_looked_forward_to(const Lexemes& lexemes, std::size_t begin) {
    return is_outlook_behind(lexemes, begin) || is_behind_today(lexemes, begin);
}

}  // namespace sinodex::quantities
