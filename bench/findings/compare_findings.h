// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "bench/findings/marked_text.h"

namespace sinodex {

// How findings agree with labels. What is not defined, for want of findings or labels, is 1.
struct FindingCounts {
    std::size_t right = 0;
    std::size_t missed = 0;   // labels that nothing was found for
    std::size_t falsely = 0;  // findings that no label has

    std::size_t labels() const { return right + missed; }
    double precision() const;
    double recall() const;
    double f1() const;  // their harmonic mean
    FindingCounts& operator+=(const FindingCounts& other);
};

// The agreement in one text.
struct FindingsComparison {
    std::vector<Finding> right;  // as labelled
    std::vector<Finding> missed;
    std::vector<Finding> falsely;
};

// A finding is right when it overlaps a label of the same meaning, each counted once. A label of a
// role may be found as a name, as told, and the other way round. A label of ? is not missed; what
// was found in its place is false. Both lists are sorted by position. Thread-safe.
FindingsComparison compare_findings(const std::vector<Finding>& labels,
                                    const std::vector<Finding>& found);

}  // namespace sinodex
