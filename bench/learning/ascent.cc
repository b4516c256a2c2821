// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/learning/ascent.h"

#include <algorithm>
#include <cmath>

namespace sinodex {
namespace {

class Ascent {
 public:
    Ascent(const Weights& start, const std::function<double(const Weights&)>& objective,
           double margin)
        : objective_(objective), margin_(margin), best_(start), value_(objective(start)) {}

    // Moves one weight by `step` of its range for as long as that helps.
    bool move(const WeightInfo& info, double step) {
        bool moved = false;
        for (const double direction : {1.0, -1.0}) {
            while (improve(info, direction * step)) moved = true;
            if (moved) break;
        }
        return moved;
    }

    const Weights& best() const { return best_; }

 private:
    bool improve(const WeightInfo& info, double step) {
        Weights changed = best_;
        const double wanted = best_.*info.member + step * (info.highest - info.lowest);
        changed.*info.member = std::clamp(wanted, info.lowest, info.highest);
        if (std::abs(changed.*info.member - best_.*info.member) < 1e-9) return false;
        const double value = objective_(changed);
        if (value < value_ + margin_) return false;
        best_ = changed;
        value_ = value;
        return true;
    }

    const std::function<double(const Weights&)>& objective_;
    double margin_;
    Weights best_;
    double value_;
};

}  // namespace

Weights ascend(const Weights& start, const std::function<double(const Weights&)>& objective,
               const AscentOptions& options) {
    Ascent ascent(start, objective, options.margin);
    double step = options.first_step;
    for (std::size_t round = 0; round < options.max_rounds; ++round) {
        bool moved = false;
        for (const WeightInfo& info : kWeightTable) moved = ascent.move(info, step) || moved;
        if (moved) continue;
        step /= 2;
        if (step < options.last_step) break;
    }
    return ascent.best();
}

}  // namespace sinodex
