// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "searcher/verification/quotation.h"

namespace sinodex {

// How a unit of the quotation and units of a text go together.
struct AlignedUnit {
    static constexpr std::size_t kNone = SIZE_MAX;
    std::size_t quoted = kNone;  // index into the quotation's units
    std::size_t source = kNone;  // index into the text's units
    bool same = false;           // in normal form
};

// A stretch of a text that is, or resembles, a quotation; in its order.
struct Alignment {
    std::vector<AlignedUnit> units;
    double likeness = 1;
};

// All stretches that are equal in normal form, disjoint. A first letter may have the other case.
std::vector<Alignment> find_exactly(const Quotation& quotation,
                                    const std::vector<SourceUnit>& source);

// The stretch that is most like the quotation, by the edit distance of units (Levenshtein 1966)
// with free ends (Sellers: The theory and computation of evolutionary distances, 1980), inside the
// window that shares most words with it; none below `least`. Costs are those of verify.h.
std::optional<Alignment> find_nearly(const Quotation& quotation,
                                     const std::vector<SourceUnit>& source, double least);

}  // namespace sinodex
