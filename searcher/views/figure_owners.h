// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "searcher/api/figures.h"
#include "searcher/views/figure_labels.h"
#include "searcher/views/figure_sentence.h"

namespace sinodex {

// Says whose an amount is.
struct FigureOwner {
    EntityNumber entity = 0;  // of the knowledge
    FigureTie tie = FigureTie::before;
};

// Holds what stands before a sentence, for one that says "the company", or nothing at all.
class FigureContext {
 public:
    // The sentences that were read before, the nearest last, and what the title names.
    std::vector<const FigureSentence*> before;
    std::vector<EntityNumber> title;

    // Whom "it" or "the company" means: the subject of the nearest sentence that names firms, or
    // the only one that it names. `sure`: false for "the American company", which says more than
    // that; then it is the only firm of all that stands before.
    std::optional<EntityNumber> antecedent(bool sure) const;
};

// Finds out whose the amount at a place of a sentence is, by what the clause says:
//
//   Alibaba reported revenue of 10bn, and said it ...   the clause's subject; "it", "the company"
//                                                       and a clause without one go back
//   fined Alibaba 10bn                                  the object of such a verb
//   the fine on Alibaba came to 10bn, Alibaba's sales   what stands with the word that says what
//   10bn that Alibaba paid, a fine of 10bn on Alibaba   what follows the amount
//   than BYD, which has 15%                             what a relative clause hangs on
//
// Nobody's are amounts of several (combined, a list without "each"), of an unnamed subject (a
// start-up backed by Tencent raised 10m, exports fell 3%), and those of which nothing is certain.
// In Chinese, it is a clause's last name before the amount, or the only one of the sentence.
std::vector<FigureOwner> figure_owners(const FigureSentence& sentence, std::size_t amount,
                                       const FigureLabel& label, const FigureContext& context);

// Whether the amount is no fact yet: expected, forecast, considered.
bool is_expected(const FigureSentence& sentence, std::size_t amount);

}  // namespace sinodex
