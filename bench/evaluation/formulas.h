// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "bench/evaluation/measures.h"

// The formulas behind the table of measures. Each looks at parameters.cutoff documents; "relevant"
// is a gain of at least parameters.rel, and a document without judgement is not relevant.
namespace sinodex::formulas {

// set_measures.cc
double precision(const JudgedRanking& ranking, const MeasureParameters& parameters);
double recall(const JudgedRanking& ranking, const MeasureParameters& parameters);
double r_precision(const JudgedRanking& ranking, const MeasureParameters& parameters);
double judged(const JudgedRanking& ranking, const MeasureParameters& parameters);
double set_precision(const JudgedRanking& ranking, const MeasureParameters& parameters);
double set_f(const JudgedRanking& ranking, const MeasureParameters& parameters);
double num_ret(const JudgedRanking& ranking, const MeasureParameters& parameters);
double num_rel(const JudgedRanking& ranking, const MeasureParameters& parameters);
double num_rel_ret(const JudgedRanking& ranking, const MeasureParameters& parameters);

// top_measures.cc
double average_precision(const JudgedRanking& ranking, const MeasureParameters& parameters);
double reciprocal_rank(const JudgedRanking& ranking, const MeasureParameters& parameters);
double success(const JudgedRanking& ranking, const MeasureParameters& parameters);
double interpolated_precision(const JudgedRanking& ranking, const MeasureParameters& parameters);
double rank_biased_precision(const JudgedRanking& ranking, const MeasureParameters& parameters);

// bpref.cc
double binary_preference(const JudgedRanking& ranking, const MeasureParameters& parameters);

// gain_measures.cc
double normalised_dcg(const JudgedRanking& ranking, const MeasureParameters& parameters);
double expected_reciprocal_rank(const JudgedRanking& ranking, const MeasureParameters& parameters);

// Whether a document is relevant.
inline bool is_relevant(std::optional<int> gain, const MeasureParameters& parameters) {
    return gain.has_value() && *gain >= parameters.rel;
}

// Documents of the ranking to be looked at.
inline std::size_t depth(const JudgedRanking& ranking, const MeasureParameters& parameters) {
    return ranking.ranked.size() < parameters.cutoff ? ranking.ranked.size() : parameters.cutoff;
}

}  // namespace sinodex::formulas
