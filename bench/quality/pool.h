// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <iosfwd>
#include <vector>

#include "bench/evaluation/runs.h"
#include "bench/quality/collection.h"

namespace sinodex {

struct PoolOptions {
    std::size_t depth = 10;  // ranks of each run that are pooled
    std::uint64_t seed = 1;  // of the order
};

struct PooledDocument {
    std::string topic;
    std::string document;  // of an article or a passage
};

// Returns what is to be judged: the union of the first ranks of all runs (K. Sparck Jones and C.
// van Rijsbergen, Report on the need for and provision of an ideal information retrieval test
// collection, 1975) without what is judged already, topic by topic. Within a topic the order is
// drawn from the seed and tells nothing of who found what at which rank.
std::vector<PooledDocument> pool(const std::vector<TrecRun>& runs, const Qrels& judged,
                                 const PoolOptions& options);

// A JSON object a line, for those who judge: topic, query, id, title, text.
void write_pool(const std::vector<PooledDocument>& pooled, const Collection& collection,
                std::ostream& out);

}  // namespace sinodex
