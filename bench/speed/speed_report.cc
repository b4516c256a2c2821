// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/speed/speed_report.h"

#include <algorithm>

#include "bench/speed/statistics.h"

namespace sinodex {
namespace {

double typical_seconds(const SpeedFigure& figure) {
    if (figure.seconds.empty()) return 0;
    const bool all_in_a_row = figure.per_second > 0;
    return all_in_a_row ? 1 / figure.per_second : percentile(figure.seconds, 50);
}

std::uint64_t most_memory(const MeasuredSystem& system, const SpeedRun& run, WorkloadKind kind) {
    std::uint64_t most = 0;
    for (std::size_t w = 0; w < system.figures.size(); ++w) {
        if (run.workloads[w].kind == kind) most = std::max(most, system.figures[w].peak_memory);
    }
    return most;
}

SpeedRow row_of(const std::string& name, const SpeedRun& run, const auto& value) {
    SpeedRow row{name, {}};
    for (const MeasuredSystem& system : run.systems) {
        row.values.push_back(static_cast<double>(value(system)));
    }
    return row;
}

}  // namespace

std::vector<SpeedRow> compared_rows(const SpeedRun& run) {
    std::vector<SpeedRow> rows;
    for (std::size_t w = 0; w < run.workloads.size(); ++w) {
        rows.push_back(row_of(std::string(run.workloads[w].name), run, [&](const auto& system) {
            return system.absent.empty() ? typical_seconds(system.figures[w]) : 0.0;
        }));
    }
    rows.push_back(row_of("memory, build", run, [&](const auto& system) {
        return most_memory(system, run, WorkloadKind::build);
    }));
    rows.push_back(
        row_of("memory, search", run, [](const auto& system) { return system.search_memory; }));
    rows.push_back(
        row_of("database", run, [](const auto& system) { return system.database_bytes; }));
    std::erase_if(rows, [](const SpeedRow& row) {
        return std::all_of(row.values.begin(), row.values.end(), [](double v) { return v <= 0; });
    });
    return rows;
}

std::vector<SpeedRow> growth_exponents(const std::vector<SpeedRun>& runs) {
    std::vector<double> sizes;
    std::vector<std::vector<SpeedRow>> tables;
    for (const SpeedRun& run : runs) {
        sizes.push_back(static_cast<double>(run.bytes));
        tables.push_back(compared_rows(run));
        for (std::size_t w = 0; w < run.workloads.size(); ++w) {
            if (run.workloads[w].kind != WorkloadKind::queries) continue;
            const std::string name = std::string(run.workloads[w].name) + " p95";
            tables.back().push_back(row_of(name, run, [&](const auto& system) {
                const bool there = system.absent.empty() && !system.figures[w].seconds.empty();
                return there ? percentile(system.figures[w].seconds, 95) : 0.0;
            }));
        }
    }
    std::vector<SpeedRow> exponents;
    for (std::size_t r = 0; r < tables.front().size(); ++r) {
        SpeedRow row{tables.front()[r].name, {}};
        for (std::size_t s = 0; s < tables.front()[r].values.size(); ++s) {
            std::vector<double> values;
            values.reserve(tables.size());
            for (const auto& table : tables) values.push_back(table[r].values[s]);
            const bool all = *std::min_element(values.begin(), values.end()) > 0;
            row.values.push_back(all ? fitted_exponent(sizes, values) : 0);
        }
        exponents.push_back(std::move(row));
    }
    return exponents;
}

}  // namespace sinodex
