// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/learning/pair_model.h"

#include <cmath>
#include <numeric>

namespace sinodex {
namespace {

using Vector = std::vector<double>;

double product(const Vector& a, const Vector& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

// Solves a x = b for a symmetric, positive definite matrix, by Cholesky's decomposition in place.
Vector solved(std::vector<Vector> a, Vector b) {
    const std::size_t size = b.size();
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double sum = a[i][j];
            for (std::size_t k = 0; k < j; ++k) sum -= a[i][k] * a[j][k];
            a[i][j] = i == j ? std::sqrt(sum) : sum / a[j][j];
        }
    }
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t k = 0; k < i; ++k) b[i] -= a[i][k] * b[k];
        b[i] /= a[i][i];
    }
    for (std::size_t i = size; i-- > 0;) {
        for (std::size_t k = i + 1; k < size; ++k) b[i] -= a[k][i] * b[k];
        b[i] /= a[i][i];
    }
    return b;
}

class PairModel {
 public:
    PairModel(std::span<const JudgedPair> pairs, double ridge)
        : pairs_(pairs), ridge_(ridge), size_(pairs.front().difference.size()) {
        measure_deviations();
    }

    Vector learn() {
        constexpr int kMostSteps = 50;
        constexpr double kEnough = 1e-10;
        Vector coefficients(size_, 0);
        double loss = loss_of(coefficients);
        for (int step = 0; step < kMostSteps; ++step) {
            const Vector direction = newton_step(coefficients);
            double length = 1;
            Vector next;
            double next_loss = 0;
            do {
                next = coefficients;
                for (std::size_t i = 0; i < size_; ++i) next[i] -= length * direction[i];
                next_loss = loss_of(next);
                length /= 2;
            } while (next_loss > loss && length > kEnough);
            if (next_loss > loss - kEnough) break;
            coefficients = std::move(next);
            loss = next_loss;
        }
        return coefficients;
    }

 private:
    void measure_deviations() {
        squares_.assign(size_, 0);
        double weights = 0;
        for (const JudgedPair& pair : pairs_) {
            weights += pair.weight;
            for (std::size_t i = 0; i < size_; ++i) {
                squares_[i] += pair.weight * pair.difference[i] * pair.difference[i];
            }
        }
        for (double& square : squares_) square = square > 0 ? square / weights : 1;
    }

    // A coefficient in deviations is itself times the deviation of its feature.
    double loss_of(const Vector& coefficients) const {
        double loss = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            loss += ridge_ / 2 * coefficients[i] * coefficients[i] * squares_[i];
        }
        for (const JudgedPair& pair : pairs_) {
            const double margin = product(coefficients, pair.difference);
            loss +=
                pair.weight * (std::log1p(std::exp(-std::abs(margin))) + std::max(0.0, -margin));
        }
        return loss;
    }

    // The inverse of the second derivatives times the first ones.
    Vector newton_step(const Vector& coefficients) const {
        Vector gradient(size_, 0);
        std::vector<Vector> curvature(size_, Vector(size_, 0));
        for (std::size_t i = 0; i < size_; ++i) {
            gradient[i] = ridge_ * coefficients[i] * squares_[i];
            curvature[i][i] = ridge_ * squares_[i];
        }
        for (const JudgedPair& pair : pairs_) {
            const double wrong = 1 / (1 + std::exp(product(coefficients, pair.difference)));
            const double bend = pair.weight * wrong * (1 - wrong);
            for (std::size_t i = 0; i < size_; ++i) {
                gradient[i] -= pair.weight * wrong * pair.difference[i];
                for (std::size_t j = 0; j <= i; ++j) {
                    curvature[i][j] += bend * pair.difference[i] * pair.difference[j];
                }
            }
        }
        return solved(std::move(curvature), std::move(gradient));
    }

    std::span<const JudgedPair> pairs_;
    double ridge_;
    std::size_t size_;
    Vector squares_;  // by feature, the mean of them over pairs
};

}  // namespace

std::vector<double> learn_from_pairs(std::span<const JudgedPair> pairs, double ridge) {
    return pairs.empty() ? Vector{} : PairModel(pairs, ridge).learn();
}

}  // namespace sinodex
