// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "bench/speed/prepared_corpus.h"
#include "bench/speed/speed_report.h"

namespace sinodex {

struct SpeedOptions {
    CorpusOptions corpus;
    std::vector<Workload> workloads;
    std::string against = "all";
    std::size_t runs = 3;  // of what indexes
    // Measure processor time instead: of a process with all its threads; of a query that of the
    // thread which asks it.
    bool cpu = false;
    std::function<void(const std::string&)> progress;  // what goes on now; may be empty
};

// Prepares a corpus in a scratch folder and measures every system on it. Repetitions go round the
// systems, so that what else the machine does meets all alike; each system's own processes run
// alone. What is read was just written: it is in the page cache, which cannot be dropped without
// being root. Throws Error (input) and Error (output).
SpeedRun measure_speed(const SpeedOptions& options);

}  // namespace sinodex
