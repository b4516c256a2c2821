// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/likely_terms.h"

#include <algorithm>

namespace sinodex {
namespace {

constexpr std::size_t kTerms = 40;
constexpr double kLeastIdf = 1.2;  // of what three in ten articles say

struct Candidate {
    TermWeight term;
    const std::string* text;
};

// Numbers of terms depend on what was searched for before, their texts do not.
bool heavier(const Candidate& a, const Candidate& b) {
    return a.term.weight != b.term.weight ? a.term.weight > b.term.weight : *a.text < *b.text;
}

}  // namespace

std::vector<LikelyTerm> likely_terms(const Feedback& feedback, const Vocabulary& vocabulary,
                                     double worth) {
    std::vector<Candidate> candidates;
    for (const TermWeight& term : feedback.sum()) {
        if (vocabulary.idf(term.term) < kLeastIdf) continue;
        candidates.push_back({term, &vocabulary.term_of(term.term)});
    }
    std::sort(candidates.begin(), candidates.end(), heavier);
    if (candidates.size() > kTerms) candidates.resize(kTerms);
    double sum = 0;
    for (const Candidate& each : candidates) sum += static_cast<double>(each.term.weight);
    std::vector<LikelyTerm> likely;
    for (const Candidate& each : candidates) {
        const double share = static_cast<double>(each.term.weight) / sum;
        likely.push_back({*each.text, worth * share / vocabulary.idf(each.term.term)});
    }
    return likely;
}

}  // namespace sinodex
