// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// Heads of tables and lists, which say the unit of the bare numbers below or behind them. Internal
// to this folder.

#include <cstddef>
#include <optional>
#include <vector>

#include "corpus/quantities/lexemes.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {

struct Head {
    Unit unit = Unit::count;
    int scale = 0;        // the power of ten that the numbers are given in
    std::size_t end = 0;  // index behind its last lexeme, where a bracket or the line closes it
    bool plain = false;   // its currency is but 元
    bool may_be_years = false;  // the numbers 1900 to 2099 are
};

// Whether a lexeme stands for a power of ten in a head: million, millions, bn, 百万, 亿.
bool is_head_scale(const Lexeme& lexeme);

// The head that begins at `begin`, with a bracket, 单位, "in" or, as the first cell of its line,
// with a currency: (RMB million), (in millions of yuan), (亿元), 单位：万元, US$ million.
std::optional<Head> read_head(const std::vector<Lexeme>& lexemes, std::size_t begin);

// The unit that the cell from `begin` to `end` ends with: "Sales (RMB bn)", "sales in USD bn",
// "change, %", "Stake %", "Users (m)".
std::optional<Head> head_of_cell(const std::vector<Lexeme>& lexemes, std::size_t begin,
                                 std::size_t end);

// The currency and power of ten that begin at `begin`, as in "in million yuan: ..." and "RMB m
// unless stated".
std::optional<Head> head_of_phrase(const std::vector<Lexeme>& lexemes, std::size_t begin);

// The same behind a comma, a bracket or "in", the last such on the line that ends at `end`:
// "Results, RMB m unless stated", "Sales in $m".
std::optional<Head> head_of_caption(const std::vector<Lexeme>& lexemes, std::size_t end);

}  // namespace sinodex::quantities
