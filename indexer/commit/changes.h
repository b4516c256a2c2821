#pragma once

#include <xapian.h>

#include <vector>

#include "indexer/run.h"

namespace sinodex {

// What a run changes of the previous database.
struct Changes {
    std::vector<Xapian::docid> removed;  // documents that are replaced or gone
    bool written = false;                // there are new ones

    bool any() const { return !removed.empty() || written; }
};

// Counts into the run's report what became of each article. Of those that the paths no longer hold,
// only if the run is to prune. Throws Error (input) where a path that holds nothing would prune
// some.
Changes count_changes(Run& run);

}  // namespace sinodex
