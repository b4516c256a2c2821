// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "corpus/quantities/units.h"

namespace sinodex {

// Tells what an amount is.
struct FigureLabel {
    std::string what;
    bool known = false;    // from the table of labels; else a word that stands near
    ByteRange word;        // of the sentence, where that word of the table stands
    bool counted = false;  // what is counted, as no word of the table is near
    bool varies = false;   // from day to day or year to year: two values are no contradiction
};

// Returns what the amount at `amount` is: the label of the nearest word of the table in
// figure_labels.cc, within 12 words of the sentence. Commas and conjunctions between count as
// further words, other amounts as none; of words as near, the one before. Without such a word: what
// is counted, or the word behind the amount, or the one before.
FigureLabel label_of(std::string_view sentence, ByteRange amount,
                     const std::vector<ByteRange>& other_amounts, Unit unit);

// The labels that the words of a text stand for.
std::vector<std::string> labels_in(std::string_view text);

}  // namespace sinodex
