// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "corpus/quantities/amount_query.h"
#include "searcher/views/figure_finder.h"

namespace sinodex {

// The figures that a query asks about.
struct WantedFigures {
    std::vector<std::string> labels;    // see figure_labels.h
    std::vector<std::string> entities;  // ids
    std::vector<std::string> related;   // ids of what belongs to them
    std::vector<AmountQuery> amounts;
};

// Groups figures by entity, what and unit, and their values by what agrees (see values_agree). Two
// values of a group differ only where a figure of the one and one of the other
// - belong to an entity of their own sentence and have a label of the table,
// - are at most half as much again apart (the larger 1.5 times the smaller),
// - come from different articles, none of which gives both values,
// - are told in like words: of the words of both sentences, without names and numbers, they share a
//   fifth for sums of money, and else a third,
// - may be of one time: mentioned times overlap, or lie in one month where the label's values do
//   not vary; without a mentioned time, articles of the same 400 days. What varies by its nature
//   (revenue, a price, a rise) differs only for mentioned times that are the same.
//
// A group's score is that of its best figure's passage, three times for a label, an entity and an
// amount that the query names, 1.5 times for what belongs to such an entity, less for an entity of
// the passage or a word of the text as label, plus a tenth for each doubling of its sources; half
// of it when better groups have all of its amounts already, as those of a list have.
std::vector<FigureGroup> group_figures(std::vector<FoundFigure> figures,
                                       const WantedFigures& wanted);

// Whether two amounts of a unit may be one: equal; one a rounding of the other, and not more than
// a twentieth off; a tenth, if one is "about"; a quarter beyond what is "more than" or "at least",
// and below what is "nearly", "less than", "up to" or "at most"; or inside a range.
bool values_agree(const Amount& a, const Amount& b);

}  // namespace sinodex
