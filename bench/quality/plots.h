// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

namespace sinodex {

// Plots as SVG elements for an HTML page; their colours are classes of the page's style sheet, so
// that they follow it into the dark. Labels may hold anything.

struct Bar {
    std::string label;
    double value = 0;
    double low = 0;  // of its interval
    double high = 0;
    std::string kind;  // class: "reference", "own" or "other"
};

// Horizontal bars from 0 with their intervals, one below the other.
std::string bar_plot(std::span<const Bar> bars, const std::string& title);

// The differences of one system to the reference, a topic each, sorted: what is above the line was
// better.
std::string difference_plot(std::span<const double> differences, const std::string& title);

}  // namespace sinodex
