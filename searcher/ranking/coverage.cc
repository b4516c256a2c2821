// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/coverage.h"

#include <algorithm>
#include <variant>

namespace sinodex {

CoverageReader::CoverageReader(const UnderstoodQuery& query,
                               const std::vector<double>& term_weights, const Evidence& evidence)
    : weights_(term_weights), evidence_(evidence), names_(term_weights.size(), false) {
    for (const QueryConcept& named : query.concepts) {
        if (!std::holds_alternative<EntityMeaning>(named.is)) continue;
        for (const std::size_t term : named.covers) names_[term] = true;
    }
    find_pieces(query);
    for (std::size_t term = 0; term < weights_.size(); ++term) {
        whole_ += weights_[term];
        if (names_[term]) whole_names_ += weights_[term];
        heaviest_ = std::max(heaviest_, weights_[term]);
    }
}

void CoverageReader::find_pieces(const UnderstoodQuery& query) {
    const auto is_character = [&](std::size_t term) {
        return query.terms[term].kind == TokenKind::han_char;
    };
    for (std::size_t i = 0; i < evidence_.pairs().size(); ++i) {
        const TermPair& pair = evidence_.pairs()[i];
        if (!is_character(pair.first) || !is_character(pair.second)) continue;
        const ByteRange first = query.terms[pair.first].span;
        const ByteRange second = query.terms[pair.second].span;
        if (first.end != second.begin) continue;
        Pieces& pieces = pieces_.emplace_back(Pieces{i, {}});
        for (std::size_t c = 0; c < query.concepts.size(); ++c) {
            const ByteRange span = query.concepts[c].span;
            if (span.contains(first) && span.contains(second)) pieces.named.push_back(c);
        }
    }
}

// The weight of the pieces of words that a row holds apart, and says in no other words.
double CoverageReader::apart(std::size_t row) const {
    double weight = 0;
    for (const Pieces& word : pieces_) {
        if (evidence_.of_pair(row, word.pair) > 0) continue;
        if (std::any_of(word.named.begin(), word.named.end(),
                        [&](std::size_t named) { return evidence_.mentions(row, named); })) {
            continue;
        }
        const TermPair& pair = evidence_.pairs()[word.pair];
        for (const std::size_t term : {pair.first, pair.second}) {
            if (holds(row, term)) weight += weights_[term];
        }
    }
    return weight;
}

Coverage CoverageReader::of(std::size_t row) const {
    Coverage coverage;
    if (whole_ <= 0) return coverage;
    double names = 0;
    std::size_t count = 0;
    std::size_t own = 0;
    for (std::size_t term = 0; term < weights_.size(); ++term) {
        const double share = weights_[term] / whole_;
        const bool here = holds(row, term);
        const bool titled = here || holds(passages_, term);
        if (titled) coverage.titled += share;
        if (titled || (row > 0 && holds(row - 1, term))) coverage.led += share;
        if (!here) continue;
        ++count;
        if (evidence_.of_word(row, term) > 0) ++own;
        coverage.held += share;
        if (names_[term]) names += weights_[term];
        coverage.rarest = std::max(coverage.rarest, weights_[term] / heaviest_);
    }
    coverage.names = whole_names_ > 0 ? names / whole_names_ : coverage.held;
    coverage.held -= apart(row) / whole_;
    coverage.all = count == weights_.size();
    coverage.own = own == weights_.size();
    coverage.first = holds(row, 0);
    return coverage;
}

double worth_of(const Coverage& coverage, const Weights& weights) {
    return weights.covered_titled * coverage.titled + weights.covered_led * coverage.led +
           weights.covered_names * coverage.names + weights.covered_rarest * coverage.rarest +
           (coverage.all ? weights.covered_all : 0) + (coverage.first ? weights.covered_first : 0);
}

}  // namespace sinodex
