// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

#include "indexer/run.h"

namespace sinodex {

// Counts what a run changes of the previous database.
struct Changes {
    std::vector<DocumentNumbers> removed;  // replaced or gone, by segment, in ascending order
    bool written = false;                  // there are new ones

    bool any() const { return written || removes(); }
    bool removes() const;
};

// Counts into the run's report what became of each article, and of articles that the paths no
// longer hold only if the run is to prune. Throws Error (input) where a path that holds nothing
// would prune some.
Changes count_changes(Run& run);

}  // namespace sinodex
