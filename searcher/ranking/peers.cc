// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/peers.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sinodex {
namespace {

// Below this, values are the same but for rounding.
constexpr double kLeastDeviation = 1e-9;

using Vectors = std::vector<const std::vector<TermWeight>*>;

// The cosines of all pairs, row by row; 0 of an article and itself.
std::vector<double> cosines_of(const Vectors& vectors, std::size_t vocabulary_size) {
    const std::size_t size = vectors.size();
    std::vector<double> cosines(size * size, 0);
    std::vector<float> dense(vocabulary_size, 0);
    for (std::size_t i = 0; i < size; ++i) {
        for (const TermWeight& term : *vectors[i]) dense[term.term] = term.weight;
        for (std::size_t j = i + 1; j < size; ++j) {
            double product = 0;
            for (const TermWeight& term : *vectors[j]) {
                product += static_cast<double>(dense[term.term]) * static_cast<double>(term.weight);
            }
            cosines[i * size + j] = cosines[j * size + i] = product;
        }
        for (const TermWeight& term : *vectors[i]) dense[term.term] = 0;
    }
    return cosines;
}

// Scores from 0 to 1.
std::vector<double> scaled(const std::vector<double>& scores) {
    const auto [least, most] = std::minmax_element(scores.begin(), scores.end());
    const double range = *most - *least;
    std::vector<double> scaled;
    for (const double score : scores) scaled.push_back(range > 0 ? (score - *least) / range : 0);
    return scaled;
}

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

Peers peers_of(const std::vector<const std::vector<TermWeight>*>& vectors,
               const std::vector<double>& scores, std::size_t vocabulary_size, std::size_t count) {
    Peers peers;
    if (vectors.empty()) return peers;
    const std::size_t size = vectors.size();
    const std::vector<double> cosines = cosines_of(vectors, vocabulary_size);
    const std::vector<double> worth = scaled(scores);
    std::vector<std::size_t> order(size);
    for (std::size_t i = 0; i < size; ++i) {
        const double* row = cosines.data() + i * size;
        std::iota(order.begin(), order.end(), 0);
        const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(count, size - 1));
        // Rounded, those are equal that differ only by the order in which their terms are added up.
        const auto nearer = [&](std::size_t a, std::size_t b) {
            const auto first = static_cast<float>(row[a]);
            const auto second = static_cast<float>(row[b]);
            return first != second ? first > second : a < b;
        };
        std::partial_sort(order.begin(), end, order.end(), nearer);
        double likeness = 0;
        double sum = 0;
        for (auto peer = order.begin(); peer != end; ++peer) {
            likeness += row[*peer];
            sum += row[*peer] * worth[*peer];
        }
        peers.mean.push_back(likeness > 0 ? sum / likeness : 0);
        peers.sum.push_back(sum);
    }
    return peers;
}

double deviation_of(const std::vector<double>& values) {
    if (values.empty()) return 0;
    const double mean = mean_of(values);
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return std::sqrt(squares / static_cast<double>(values.size()));
}

std::vector<double> standardised(const std::vector<double>& values) {
    const double deviation = deviation_of(values);
    std::vector<double> standardised(values.size(), 0);
    if (deviation < kLeastDeviation) return standardised;
    const double mean = mean_of(values);
    for (std::size_t i = 0; i < values.size(); ++i) {
        standardised[i] = (values[i] - mean) / deviation;
    }
    return standardised;
}

}  // namespace sinodex
