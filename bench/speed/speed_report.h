// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "bench/speed/workloads.h"

namespace sinodex {

// Holds what one system did in one workload. No samples: it was not measured.
struct SpeedFigure {
    std::vector<double> seconds;    // of each run, or of each query each time
    double per_second = 0;          // queries; 0 where there are none
    std::uint64_t peak_memory = 0;  // of the processes, the most; 0: not known
};

struct MeasuredSystem {
    std::string name;
    std::string description;
    std::string absent;  // why there are no figures
    std::size_t warm_up = 0;
    std::uint64_t database_bytes = 0;
    std::uint64_t search_memory = 0;   // peak of the process that answered the queries
    std::vector<SpeedFigure> figures;  // a workload each
};

// One corpus.
struct SpeedRun {
    std::uint64_t articles = 0;
    std::uint64_t changed = 0;
    std::uint64_t bytes = 0;  // of text
    std::vector<Workload> workloads;
    std::vector<MeasuredSystem> systems;  // the first is what all are compared with
};

// Holds what `sinodex-bench speed` tells: one run, or with --growth one for each size.
struct SpeedReport {
    std::vector<std::string> command;
    std::vector<std::pair<std::string, std::string>> environment;
    std::string corpus;  // where the articles came from
    std::uint64_t seed = 0;
    std::vector<SpeedRun> runs;  // by size

    bool growth() const { return runs.size() > 1; }
};

// A row of figures of which each system has one; 0: none.
struct SpeedRow {
    std::string name;
    std::vector<double> values;
};

// The rows that are compared: typical seconds of each workload (the median; of a thousand queries
// in a row, the time divided by their number), then bytes of memory and of the database. Less is
// better in all of them.
std::vector<SpeedRow> compared_rows(const SpeedRun& run);

// How build time, database size, latency and memory grow with the text: exponents of a power law,
// a row each; 0 where a system was not measured.
std::vector<SpeedRow> growth_exponents(const std::vector<SpeedRun>& runs);

// Returns what the machine and the software are.
std::vector<std::pair<std::string, std::string>> describe_environment();

// Ratios first, then figures, for a terminal.
void write_speed_text(const SpeedReport& report, std::ostream& out);

// One JSON object:
//
//   {"version":1, "command":[...], "environment":{...}, "corpus", "seed",
//    "runs":[{"articles", "changed", "text_bytes", "systems":[{"name", "description", "absent"?,
//      "warm_up", "database_bytes", "search_memory", "ratios":{ROW:R}, "workloads":{NAME:{"n",
//      "min", "p50", "p95", "p99", "max", "per_second"?, "peak_memory"?}}}]}],
//    "exponents":{ROW:{SYSTEM:B}}}
//
// Times are seconds, sizes bytes.
void write_speed_json(const SpeedReport& report, std::ostream& out);

// The same as one HTML page with plots, which holds all that it needs.
void write_speed_html(const SpeedReport& report, std::ostream& out);

}  // namespace sinodex
