// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "searcher/views/figure_sentence.h"

namespace sinodex {

// Parts of a sentence: a name of firms, a verb, a preposition. By their form only: what ends with
// -ed or -ing is a verb.
bool is_firm(const SentencePart& part);
bool is_verb(const SentencePart& part);
bool is_preposition(const SentencePart& part);

// Says what a clause is about.
struct FigureSubject {
    enum class Kind {
        names,     // `part`
        anaphor,   // "it", "the company"; `sure`: nothing more is said of it
        generic,   // something else
        relative,  // which, whose, worth: what stands before the clause
        none,      // it goes on with a verb
    };
    Kind kind = Kind::none;
    std::size_t part = 0;
    bool sure = true;
};

// Finds it by the words that an English clause begins with, and by what follows them.
FigureSubject subject_of(const std::vector<SentencePart>& parts, FigureClause clause);

}  // namespace sinodex
