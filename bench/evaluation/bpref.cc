// SPDX-License-Identifier: GPL-2.0-or-later

// How often judged relevant documents stand above judged others, for incomplete judgements.
//
// C. Buckley and E. Voorhees, Retrieval Evaluation with Incomplete Information, SIGIR 2004, with
// trec_eval's denominator min(relevant, not relevant).
#include <algorithm>

#include "bench/evaluation/formulas.h"

namespace sinodex::formulas {

double binary_preference(const JudgedRanking& ranking, const MeasureParameters& parameters) {
    const std::size_t relevant = ranking.relevant(parameters.rel);
    const std::size_t others = ranking.relevant(0) - relevant;
    const auto bound = static_cast<double>(std::min(relevant, others));
    std::size_t others_above = 0;
    double sum = 0;
    for (const std::optional<int> gain : ranking.ranked) {
        if (is_relevant(gain, parameters)) {
            const auto above = static_cast<double>(std::min(others_above, relevant));
            sum += others_above == 0 ? 1.0 : 1.0 - above / bound;
        } else if (gain.has_value() && *gain >= 0) {
            ++others_above;
        }
    }
    return relevant == 0 ? 0.0 : sum / static_cast<double>(relevant);
}

}  // namespace sinodex::formulas
