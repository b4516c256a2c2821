// SPDX-License-Identifier: GPL-2.0-or-later

// Measures that tell a very relevant document from a somewhat relevant one.
#include <algorithm>
#include <cmath>

#include "bench/evaluation/formulas.h"

namespace sinodex::formulas {

namespace {

// Negative gains count as 0, as in trec_eval and gdeval.
double scaled(int gain, GainScale scale) {
    const int counted = std::max(gain, 0);
    return scale == GainScale::linear ? counted : std::exp2(counted) - 1;
}

double discount(std::size_t index) { return std::log2(static_cast<double>(index + 2)); }

}  // namespace

// The discounted gain of the ranking divided by that of the best possible ranking.
// K. Järvelin and J. Kekäläinen, Cumulated Gain-Based Evaluation of IR Techniques, ACM TOIS 20(4),
// 2002; the exponential gain: C. Burges et al., Learning to Rank Using Gradient Descent, ICML 2005.
double normalised_dcg(const JudgedRanking& ranking, const MeasureParameters& parameters) {
    double dcg = 0;
    for (std::size_t i = 0; i < depth(ranking, parameters); ++i) {
        dcg += scaled(ranking.ranked[i].value_or(0), parameters.dcg) / discount(i);
    }
    double ideal = 0;
    for (std::size_t i = 0; i < std::min(ranking.judged.size(), parameters.cutoff); ++i) {
        ideal += scaled(ranking.judged[i], parameters.dcg) / discount(i);
    }
    return ideal > 0 ? dcg / ideal : 0.0;
}

// The reciprocal rank at which a reader stops whom a document of gain g satisfies with probability
// (2^g - 1) / 2^4. The highest gain is 4 as in gdeval, and a higher one counts as 4.
// O. Chapelle et al., Expected Reciprocal Rank for Graded Relevance, CIKM 2009.
double expected_reciprocal_rank(const JudgedRanking& ranking, const MeasureParameters& parameters) {
    constexpr int kHighestGain = 4;
    double sum = 0;
    double still_reading = 1;
    for (std::size_t i = 0; i < depth(ranking, parameters); ++i) {
        const int gain = std::min(ranking.ranked[i].value_or(0), kHighestGain);
        const double satisfied = scaled(gain, GainScale::exponential) / std::exp2(kHighestGain);
        sum += still_reading * satisfied / static_cast<double>(i + 1);
        still_reading *= 1 - satisfied;
    }
    return sum;
}

}  // namespace sinodex::formulas
