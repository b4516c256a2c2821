// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <random>

namespace sinodex {

// Random numbers that are the same everywhere for the same seed; the distributions of the standard
// library are not. Not thread-safe.
class Random {
 public:
    explicit Random(std::uint64_t seed) : engine_(seed) {}

    // In [0, 1), 53 bits.
    double uniform() { return static_cast<double>(engine_() >> 11U) * 0x1p-53; }
    // In [0, n); n > 0.
    std::size_t below(std::size_t n) {
        return static_cast<std::size_t>(uniform() * static_cast<double>(n));
    }
    // In [least, most].
    std::size_t between(std::size_t least, std::size_t most) {
        return least + below(most - least + 1);
    }
    bool chance(double probability) { return uniform() < probability; }
    // Returns a number of mean 0 and deviation 1 (Box and Muller, 1958).
    double normal() {
        const double radius = std::sqrt(-2 * std::log(1 - uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }

 private:
    std::mt19937_64 engine_;
};

}  // namespace sinodex
