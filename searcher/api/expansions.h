// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace sinodex {

// The kinds of other words that a query's words may match. They all count less than the words
// themselves.
struct Expansions {
    bool names = true;  // entities by other names, amounts in other notations, times said otherwise
    bool synonyms = true;  // other words that mean nearly the same
    bool related = true;   // subsidiaries, products and parents of what is named
    bool spelling = true;  // words of the database that are like one that no article holds

    bool translations = true;  // what the words are in the other language, by the dictionary

    static constexpr Expansions none() { return {false, false, false, false, false}; }
};

}  // namespace sinodex
