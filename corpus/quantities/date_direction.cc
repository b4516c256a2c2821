// SPDX-License-Identifier: GPL-2.0-or-later

// Whether a date without a year is past or to come.

#include "corpus/quantities/date_grammar.h"

namespace sinodex::quantities {
namespace {

constexpr std::size_t kFarthest = 12;  // lexemes before a date that may tell its tense

bool ends_clause(const Lexeme& lexeme) {
    return lexeme.is(Class::line) || lexeme.is_symbol('.') || lexeme.is_symbol(';') ||
           lexeme.is_symbol(':') || lexeme.is_symbol('\0');
}

// 9月1日起施行
bool takes_effect_behind(const std::vector<Lexeme>& lexemes, std::size_t begin) {
    constexpr std::size_t kLongestDate = 7;
    for (std::size_t i = begin; i < begin + kLongestDate && i < lexemes.size(); ++i) {
        if (ends_clause(lexemes[i]) || lexemes[i].is_symbol(',')) return false;
        if (lexemes[i].is(Keyword::takes_effect)) return true;
    }
    return false;
}

}  // namespace

bool lies_ahead(const std::vector<Lexeme>& lexemes, std::size_t begin) {
    if (takes_effect_behind(lexemes, begin)) return true;
    if (begin > 0 && lexemes[begin].is(Class::weekday) && lexemes[begin - 1].is(Keyword::from) &&
        !lexemes[begin + 1].is(Keyword::to)) {
        return true;
    }
    for (std::size_t i = begin; i > 0 && begin - i < kFarthest; --i) {
        const Lexeme& before = lexemes[i - 1];
        if (ends_clause(before) || before.is(Keyword::past)) return false;
        if (before.is(Keyword::ahead)) return true;
    }
    return false;
}

}  // namespace sinodex::quantities
