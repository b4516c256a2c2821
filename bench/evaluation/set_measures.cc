// SPDX-License-Identifier: GPL-2.0-or-later

// Measures that count documents without regard to their order above the cut-off.
//
// C. J. van Rijsbergen, Information Retrieval, 2nd edition, 1979, chapter 7; R-precision and the
// handling of cut-offs as in trec_eval (C. Buckley and E. Voorhees, TREC: Experiment and Evaluation
// in Information Retrieval, 2005, chapter 3).
#include <algorithm>

#include "bench/evaluation/formulas.h"

namespace sinodex::formulas {

namespace {

std::size_t relevant_above(const JudgedRanking& ranking, const MeasureParameters& parameters) {
    const auto end =
        ranking.ranked.begin() + static_cast<std::ptrdiff_t>(depth(ranking, parameters));
    return static_cast<std::size_t>(
        std::count_if(ranking.ranked.begin(), end,
                      [&](std::optional<int> gain) { return is_relevant(gain, parameters); }));
}

double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

// A ranking shorter than the cut-off is filled up with documents that are not relevant.
double precision(const JudgedRanking& ranking, const MeasureParameters& parameters) {
    return ratio(relevant_above(ranking, parameters), parameters.cutoff);
}

double recall(const JudgedRanking& ranking, const MeasureParameters& parameters) {
    return ratio(relevant_above(ranking, parameters), ranking.relevant(parameters.rel));
}

// The precision at as many documents as are relevant.
double r_precision(const JudgedRanking& ranking, const MeasureParameters& parameters) {
    MeasureParameters at_relevant = parameters;
    at_relevant.cutoff = ranking.relevant(parameters.rel);
    return precision(ranking, at_relevant);
}

// Returns how many of the documents were judged, be it with a negative gain.
double judged(const JudgedRanking& ranking, const MeasureParameters& parameters) {
    const std::size_t seen = depth(ranking, parameters);
    const auto end = ranking.ranked.begin() + static_cast<std::ptrdiff_t>(seen);
    const auto count = std::count_if(ranking.ranked.begin(), end,
                                     [](std::optional<int> gain) { return gain.has_value(); });
    return ratio(static_cast<std::size_t>(count), seen);
}

double set_precision(const JudgedRanking& ranking, const MeasureParameters& parameters) {
    return ratio(relevant_above(ranking, parameters), ranking.ranked.size());
}

// The harmonic mean of both with the weights of trec_eval's set_F: recall counts beta times as
// much.
double set_f(const JudgedRanking& ranking, const MeasureParameters& parameters) {
    const double precise = set_precision(ranking, parameters);
    const double complete = recall(ranking, parameters);
    const double sum = parameters.beta * precise + complete;
    return sum > 0 ? (parameters.beta + 1) * precise * complete / sum : 0.0;
}

double num_ret(const JudgedRanking& ranking, const MeasureParameters&) {
    return static_cast<double>(ranking.ranked.size());
}

double num_rel(const JudgedRanking& ranking, const MeasureParameters& parameters) {
    return static_cast<double>(ranking.relevant(parameters.rel));
}

double num_rel_ret(const JudgedRanking& ranking, const MeasureParameters& parameters) {
    return static_cast<double>(relevant_above(ranking, parameters));
}

}  // namespace sinodex::formulas
