// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bench/speed/queries.h"

namespace sinodex {

enum class WorkloadKind {
    build,      // index everything into nothing
    no_change,  // the same again
    update,     // a hundredth has changed
    cold,       // a process a query
    queries,    // in a process that is there
};

// A row of the one table of workloads.
struct Workload {
    std::string_view name;
    std::string_view meaning;  // one line
    WorkloadKind kind = WorkloadKind::queries;
    QueryKind draws = QueryKind::mixed;
    std::size_t queries = 0;   // 0: it has none
    std::size_t rounds = 0;    // times that each query is asked; 0: --runs times
    bool all_threads = false;  // one thread a core, each with a handle of its own

    bool has_queries() const { return queries > 0; }
};

std::span<const Workload> workloads();

// The rows of a list: "all", or names separated by commas. Throws Error (usage) for another name.
std::vector<Workload> parse_workloads(const std::string& list);

}  // namespace sinodex
