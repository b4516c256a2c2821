// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/feedback.h"

#include <algorithm>
#include <cmath>

namespace sinodex {

void Feedback::clear(std::size_t vocabulary_size) {
    for (const std::uint32_t term : terms_) centroid_[term] = 0;
    terms_.clear();
    centroid_.resize(vocabulary_size, 0);
    square_ = 0;
    shares_ = 0;
    squared_shares_ = 0;
}

void Feedback::add(const std::vector<TermWeight>& vector, double share) {
    if (vector.empty()) return;
    // |c + s v|^2 = |c|^2 + 2 s c.v + s^2, since |v| = 1.
    shares_ += share;
    squared_shares_ += share * share;
    square_ += 2 * share * product(vector) + share * share;
    for (const TermWeight& term : vector) {
        centroid_[term.term] += static_cast<float>(share) * term.weight;
        terms_.push_back(term.term);
    }
}

double Feedback::coherence() const {
    const double pairs = shares_ * shares_ - squared_shares_;
    return pairs > 0 ? (square_ - squared_shares_) / pairs : 0;
}

std::vector<TermWeight> Feedback::sum() const {
    std::vector<std::uint32_t> terms = terms_;
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    std::vector<TermWeight> sum;
    sum.reserve(terms.size());
    for (const std::uint32_t term : terms) sum.push_back({term, centroid_[term]});
    return sum;
}

double Feedback::similarity(const std::vector<TermWeight>& vector) const {
    return square_ > 0 ? product(vector) / std::sqrt(square_) : 0;
}

double Feedback::product(const std::vector<TermWeight>& vector) const {
    double sum = 0;
    for (const TermWeight& term : vector) {
        sum += static_cast<double>(centroid_[term.term]) * static_cast<double>(term.weight);
    }
    return sum;
}

}  // namespace sinodex
