// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>

#include "searcher/ranking/weights.h"

namespace sinodex {

struct AscentOptions {
    double first_step = 1.0 / 8;  // of a weight's range
    double last_step = 1.0 / 64;
    // A change must add this much: smaller gains are noise, and every step away from the start is
    // one more way to fit these topics only.
    double margin = 2e-4;
    std::size_t max_rounds = 12;
};

// Coordinate ascent (D. Metzler and B. Croft, Linear feature-based models for information
// retrieval, Information Retrieval 10, 2007): one weight after the other is moved up and down for
// as long as that helps; when a round over all of them changes nothing, the step is halved. Weights
// stay in the range that the table gives. Deterministic where the objective is.
Weights ascend(const Weights& start, const std::function<double(const Weights&)>& objective,
               const AscentOptions& options = {});

}  // namespace sinodex
