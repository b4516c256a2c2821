// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// Amounts take their currency from the words around them where they do not name it. Internal to
// this folder.

#include <string_view>
#include <vector>

#include "corpus/quantities/amounts.h"
#include "corpus/quantities/lexemes.h"

namespace sinodex::quantities {

// Where an amount stands among the lexemes.
struct AmountPlace {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool bare = false;     // with neither unit nor noun: 182亿
    bool plain = false;    // its currency is but 元 or ¥
    bool clipped = false;  // 两千八
    bool vague = false;    // but 百亿, which is an amount only as a sum
};

// Gives a unit to bare amounts: that of a list, of a sum told before, of the verb (罚, 募资), of
// the noun that grows to them, or money where many 亿 are told of no noun. What is vague and gets
// none is dropped. `places` are those of `amounts`; what gets its yuan from nothing but
// a 元 or a verb is plain.
void settle_bare(const TextOfLexemes& text, std::vector<AmountPlace>& places,
                 std::vector<Amount>& amounts);

// Tells which country's 元 or ¥ each plain amount is, by the place or currency named nearest.
void settle_plain(const TextOfLexemes& text, const std::vector<AmountPlace>& places,
                  std::vector<Amount>& amounts);

// Adds the bare numbers in columns, or below a line, whose head says a unit: (RMB million),
// 单位：亿元. Keeps the order.
void add_columns(const TextOfLexemes& text, std::vector<Amount>& amounts);

// 113年第2季, 112年10月: a year of the Republic without its name.
bool is_year_of_republic(const std::vector<Lexeme>& lexemes, std::size_t i);

// The currency that a plain 元 at `place` is most likely to be.
Unit yuan_at(const TextOfLexemes& text, std::size_t place);

}  // namespace sinodex::quantities
