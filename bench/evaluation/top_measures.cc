// SPDX-License-Identifier: GPL-2.0-or-later

// Measures in which a relevant document counts the more the higher it stands.
#include <algorithm>
#include <cmath>

#include "bench/evaluation/formulas.h"

namespace sinodex::formulas {

// The precision at each relevant document, averaged over all relevant documents, found or not.
// D. Harman, Overview of the Fourth Text REtrieval Conference (TREC-4), 1995, appendix.
double average_precision(const JudgedRanking& ranking, const MeasureParameters& parameters) {
    double sum = 0;
    double found = 0;
    for (std::size_t i = 0; i < depth(ranking, parameters); ++i) {
        if (!is_relevant(ranking.ranked[i], parameters)) continue;
        found += 1;
        sum += found / static_cast<double>(i + 1);
    }
    return found > 0 ? sum / static_cast<double>(ranking.relevant(parameters.rel)) : 0.0;
}

// The highest precision at any rank from which on at least the given share of the relevant
// documents has been found. As trec_eval 10, which rounds to a number of documents; earlier
// versions rounded most of them up.
double interpolated_precision(const JudgedRanking& ranking, const MeasureParameters& parameters) {
    const auto relevant = static_cast<double>(ranking.relevant(parameters.rel));
    const double wanted = std::round(parameters.level * relevant);
    double found = 0;
    double highest = 0;
    for (std::size_t i = 0; i < ranking.ranked.size(); ++i) {
        if (!is_relevant(ranking.ranked[i], parameters)) continue;
        found += 1;
        if (found >= wanted) highest = std::max(highest, found / static_cast<double>(i + 1));
    }
    return highest;
}

// One divided by the rank of the first relevant document.
// E. Voorhees, The TREC-8 Question Answering Track Report, TREC 1999.
double reciprocal_rank(const JudgedRanking& ranking, const MeasureParameters& parameters) {
    for (std::size_t i = 0; i < depth(ranking, parameters); ++i) {
        if (is_relevant(ranking.ranked[i], parameters)) return 1.0 / static_cast<double>(i + 1);
    }
    return 0.0;
}

// Whether there is a relevant document at all.
double success(const JudgedRanking& ranking, const MeasureParameters& parameters) {
    return reciprocal_rank(ranking, parameters) > 0 ? 1.0 : 0.0;
}

// Returns what a reader gains a document read who goes on to the next one with probability p.
// A. Moffat and J. Zobel, Rank-Biased Precision for Measurement of Retrieval Effectiveness,
// ACM TOIS 27(1), 2008.
double rank_biased_precision(const JudgedRanking& ranking, const MeasureParameters& parameters) {
    double sum = 0;
    double weight = 1 - parameters.p;
    for (std::size_t i = 0; i < depth(ranking, parameters); ++i) {
        if (is_relevant(ranking.ranked[i], parameters)) sum += weight;
        weight *= parameters.p;
    }
    return sum;
}

}  // namespace sinodex::formulas
