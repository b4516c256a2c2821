// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <string_view>

#include "bench/evaluation/judged_ranking.h"

namespace sinodex {

// How gains enter a discounted cumulative gain.
enum class GainScale {
    linear,       // g: trec_eval's ndcg; dcg='log2', the default
    exponential,  // 2^g - 1: gdeval's and most learning-to-rank papers'; dcg='exp-log2'
};

struct MeasureParameters {
    // Documents from the top that are looked at; @k. Without: the whole ranking.
    std::size_t cutoff = std::numeric_limits<std::size_t>::max();
    int rel = 1;     // least gain that is relevant, at least 1
    double p = 0.8;  // RBP: how probably a reader goes on to the next document, in (0, 1)
    GainScale dcg = GainScale::linear;
    double level = 0;  // IPrec: the recall from which on precision is looked at, in [0, 1]
    double beta = 1;   // SetF: how much more recall counts than precision, above 0
};

using Formula = double (*)(const JudgedRanking&, const MeasureParameters&);

// A measure with its parameters, as parsed from its name.
struct Measure {
    std::string name;  // as it was asked for
    MeasureParameters parameters;
    Formula formula = nullptr;
    bool summed = false;  // a count: over topics it is summed up rather than averaged

    // In [0, 1], except for counts. 0 for a topic without relevant documents.
    double operator()(const JudgedRanking& ranking) const { return formula(ranking, parameters); }
};

enum class CutoffRule { none, optional, required, recall_level };

// A measure before its parameters are known: a row of the one table of measures.
struct MeasureFamily {
    std::string_view name;
    Formula formula;
    CutoffRule cutoff;
    std::string_view options;  // what may stand in parentheses, by its name
    std::string_view meaning;  // one line for a user
    bool summed = false;
};

// All measures, in a fixed order.
std::span<const MeasureFamily> measure_families();

// Parses a name as ir-measures writes them, NAME, NAME@k, NAME(option=value,...)@k, or as trec_eval
// does. Examples: AP, AP(rel=2)@100, nDCG@10, nDCG(dcg='exp-log2')@10, RBP(p=0.9), IPrec@0.1;
// map, ndcg_cut_10, ndcg_cut.10, recall_100, success_1, iprec_at_recall_0.10.
//
// Throws Error(usage), with a hint that lists what is known, for a name that is not known, a
// missing or needless cut-off, and an option that is not known or has an impossible value.
Measure parse_measure(std::string_view name);

}  // namespace sinodex
