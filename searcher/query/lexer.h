// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"

namespace sinodex {

struct Lexeme {
    enum class Kind {
        word,
        phrase,
        field,
        open,
        close,
        plus,
        minus,
        op_and,
        op_or,
        op_not,
        op_near,
        weight,  // directly behind a word, phrase or group
        end
    };
    Kind kind = Kind::end;
    ByteRange span;
    std::string text;    // of a word, phrase, NEAR or weight; of a field, its name
    bool closed = true;  // of a phrase: its end quote was there
};

// Cuts a query into lexemes; the last one is `end`. Quotes may be straight or curly, spaces also
// the wide ones of Chinese. `+` and `-` count at the beginning of a word only; AND, OR, NOT and
// NEAR (but not NEAR/5) do not count in a query whose other words are all capitals (a headline);
// `name:` is a field when something follows it at once, and its value is what follows, signs and
// operators included. A weight is a lexeme of its own, but for ids, which may hold anything.
std::vector<Lexeme> lex_query(std::string_view query);

}  // namespace sinodex
