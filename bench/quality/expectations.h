// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "bench/quality/report.h"

namespace sinodex {

// The figures that a collection had when they were last written down, for continuous integration:
//
//   {"tolerance": 0.01, "collections": {"wikinews": {"nDCG@10": 0.87}}}
//
// A figure may fall below by the tolerance (0.01 unless it is given), and rise as it likes.
struct Expectations {
    double tolerance = 0.01;
    std::map<std::string, std::map<std::string, double>> collections;  // -> measure -> value
};

// Throws Error (input) for a file that cannot be read or is anything else.
Expectations read_expectations(const std::string& path);

// Compares the reference of each collection; a line for each figure that fell, naming collection,
// expected and found. Throws Error (usage) for a collection that nothing is expected of, and for a
// measure that was not measured.
std::vector<std::string> check_expectations(const Expectations& expectations,
                                            const QualityReport& report);

}  // namespace sinodex
