// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "bench/evaluation/qrels.h"
#include "bench/evaluation/runs.h"

namespace sinodex {

// All that a measure may know of a topic: the gains along the ranking, and those to be had.
struct JudgedRanking {
    std::vector<std::optional<int>> ranked;  // best document first; no value: not judged
    std::vector<int> judged;                 // of all judged documents, the highest gain first

    // Judged documents with at least this gain.
    std::size_t relevant(int least_gain) const;
};

// Ranks by ranks_before, whatever the order of `ranking`.
JudgedRanking judge(const Ranking& ranking, const Judgements& judgements);

}  // namespace sinodex
