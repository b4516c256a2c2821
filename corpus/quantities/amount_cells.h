// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// Numbers that get their unit from a head. Internal to this folder.

#include <cstddef>
#include <vector>

#include "corpus/quantities/amount_heads.h"
#include "corpus/quantities/amounts.h"
#include "corpus/quantities/lexemes.h"

namespace sinodex::quantities {

bool is_like_year(const Lexeme& number);

// Adds numbers to the amounts that are known of a text, which are in order.
class HeadedNumbers {
 public:
    HeadedNumbers(const TextOfLexemes& text, std::vector<Amount>& amounts)
        : text_(text), lexemes_(text.lexemes), amounts_(amounts), known_(amounts.size()) {}

    // A number without a unit of its own.
    void take_number(const Head& head, std::size_t i);
    // The cell from `begin` to `end`, if it is one number, with brackets or a sign at most.
    void take_cell(const Head& head, std::size_t begin, std::size_t end);
    // Gives the currency of a head to a magnitude that has none: the 4.5tn below "US$".
    void name_unit(const Head& head, std::size_t i);
    // Puts the amounts in order.
    void finish();

 private:
    // The known amount that lies at a lexeme; null where there is none.
    Amount* known_at(const Lexeme& lexeme);

    const TextOfLexemes& text_;
    const std::vector<Lexeme>& lexemes_;
    std::vector<Amount>& amounts_;
    std::size_t known_;
    std::vector<bool> taken_;  // lexemes; empty as long as nothing is
};

}  // namespace sinodex::quantities
