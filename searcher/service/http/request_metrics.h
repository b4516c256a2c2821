// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <ostream>
#include <string>

namespace sinodex {

// How many requests were answered, and how long that took, by route and status. Thread-safe.
class RequestMetrics {
 public:
    // `route`: the pattern of the one that answered, so that their number is bounded.
    void record(const std::string& route, unsigned status, double seconds);

    // In Prometheus's text format.
    void write(std::ostream& out) const;

 private:
    static constexpr std::array<double, 11> kBounds{0.001, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                    0.25,  0.5,   1,    2.5,   10};
    struct RouteFigures {
        std::map<unsigned, std::uint64_t> by_status;
        std::array<std::uint64_t, kBounds.size()> within{};  // at most so many seconds
        std::uint64_t count = 0;
        double seconds = 0;
    };

    mutable std::mutex mutex_;
    std::map<std::string, RouteFigures> routes_;
};

}  // namespace sinodex
