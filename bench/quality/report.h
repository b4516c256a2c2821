// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "bench/quality/assessment.h"
#include "bench/quality/collection.h"
#include "bench/quality/movers.h"

namespace sinodex {

// Holds what is told of one collection.
struct CollectionReport {
    std::string name;
    SearchUnit unit = SearchUnit::article;
    std::size_t articles = 0;
    std::size_t passages = 0;
    std::vector<std::string> notes;
    std::string database_fingerprint;
    Assessment assessment;
    std::optional<Movers> movers;
};

// Holds what `sinodex-bench quality` tells, in whatever format. All collections have the same
// systems.
struct QualityReport {
    std::vector<std::string> command;   // as it was given
    std::vector<std::string> measures;  // names; the first is the one that decides
    std::size_t depth = 0;
    std::uint64_t seed = 0;
    std::vector<CollectionReport> collections;
};

// Mean of a measure of a system over the collections.
double mean_over_collections(const QualityReport& report, std::size_t system, std::size_t measure);

const char* unit_name(SearchUnit unit);

}  // namespace sinodex
