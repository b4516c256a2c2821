// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <vector>

namespace sinodex {

// One of two documents is better than the other by so much of each feature.
struct JudgedPair {
    std::vector<double> difference;
    double weight = 1;
};

// Learns from pairs the coefficients of a linear score that puts the better one first: logistic
// regression (as in Burges et al.: Learning to rank using gradient descent, 2005, with a linear
// model), by Newton's method. `ridge` times half the squares of the coefficients is added to the
// loss, each measured in deviations of its feature, so that features of any scale are held back
// alike. All differences are of one length; without pairs there is none.
std::vector<double> learn_from_pairs(std::span<const JudgedPair> pairs, double ridge);

}  // namespace sinodex
