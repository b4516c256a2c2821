// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "bench/quality/figures.h"
#include "bench/quality/text_table.h"
#include "bench/speed/speed_report.h"
#include "bench/speed/statistics.h"

namespace sinodex {
namespace {

constexpr double kMega = 1e6;

std::string megabytes(std::uint64_t bytes) {
    return bytes == 0 ? "-" : fixed(static_cast<double>(bytes) / kMega, 1);
}

TextTable with_systems(const SpeedRun& run, const std::string& first) {
    std::vector<std::string> header{first};
    for (const MeasuredSystem& system : run.systems) {
        if (system.absent.empty()) header.push_back(system.name);
    }
    return TextTable(std::move(header));
}

std::vector<std::string> cells(const SpeedRun& run, const SpeedRow& row, const auto& show) {
    std::vector<std::string> cells{row.name};
    for (std::size_t s = 0; s < run.systems.size(); ++s) {
        if (run.systems[s].absent.empty()) cells.push_back(show(row.values[s]));
    }
    return cells;
}

void write_ratios(const SpeedRun& run, std::ostream& out) {
    TextTable table = with_systems(run, "sinodex = 1.00");
    for (const SpeedRow& row : compared_rows(run)) {
        const double one = row.values.front();
        table.add(cells(run, row, [&](double value) {
            return one > 0 && value > 0 ? fixed(value / one, 2) : std::string("-");
        }));
    }
    table.write(out);
    out << "\nTimes, memory and size as multiples of Sinodex's: more than 1 is slower or larger.\n";
}

void write_sizes(const SpeedRun& run, std::ostream& out) {
    TextTable table({"", "database MB", "of the text", "search memory MB"});
    for (const MeasuredSystem& system : run.systems) {
        if (!system.absent.empty()) continue;
        const double ratio =
            static_cast<double>(system.database_bytes) / static_cast<double>(run.bytes);
        table.add({system.name, megabytes(system.database_bytes), fixed(ratio, 2),
                   megabytes(system.search_memory)});
    }
    table.write(out);
}

void write_indexing(const SpeedRun& run, std::size_t w, std::ostream& out) {
    TextTable table({std::string(run.workloads[w].name) + ", s", "min", "median", "max",
                     "MB/s of text", "peak memory MB"});
    for (const MeasuredSystem& system : run.systems) {
        if (system.figures[w].seconds.empty()) continue;
        const SpeedFigure& figure = system.figures[w];
        const double median = percentile(figure.seconds, 50);
        table.add({system.name, fixed(percentile(figure.seconds, 0), 2), fixed(median, 2),
                   fixed(percentile(figure.seconds, 100), 2),
                   fixed(static_cast<double>(run.bytes) / kMega / median, 2),
                   megabytes(figure.peak_memory)});
    }
    table.write(out);
}

void write_queries(const SpeedRun& run, std::size_t w, std::ostream& out) {
    TextTable table(
        {std::string(run.workloads[w].name) + ", ms", "p50", "p95", "p99", "max", "queries/s"});
    for (const MeasuredSystem& system : run.systems) {
        const SpeedFigure& figure = system.figures[w];
        if (figure.seconds.empty()) continue;
        std::vector<std::string> row{system.name};
        for (const double percent : {50, 95, 99, 100}) {
            row.push_back(fixed(percentile(figure.seconds, percent) * 1e3, 2));
        }
        double sum = 0;
        for (const double one : figure.seconds) sum += one;
        const double mean = static_cast<double>(figure.seconds.size()) / sum;
        row.push_back(fixed(figure.per_second > 0 ? figure.per_second : mean, 1));
        table.add(std::move(row));
    }
    table.write(out);
}

void write_run(const SpeedRun& run, std::ostream& out) {
    out << run.articles << " articles, " << megabytes(run.bytes) << " MB of text, " << run.changed
        << " of them changed for update-1%\n\n";
    write_ratios(run, out);
    out << '\n';
    write_sizes(run, out);
    for (std::size_t w = 0; w < run.workloads.size(); ++w) {
        const bool any = std::any_of(run.systems.begin(), run.systems.end(), [&](const auto& each) {
            return !each.figures[w].seconds.empty();
        });
        if (!any) continue;
        out << '\n' << run.workloads[w].name << ": " << run.workloads[w].meaning << '\n';
        run.workloads[w].has_queries() ? write_queries(run, w, out) : write_indexing(run, w, out);
    }
}

void write_growth(const SpeedReport& report, std::ostream& out) {
    TextTable table = with_systems(report.runs.front(), "exponent");
    for (const SpeedRow& row : growth_exponents(report.runs)) {
        table.add(cells(report.runs.front(), row, [](double value) {
            return value > 0 || value < 0 ? fixed(value, 2) : std::string("-");
        }));
    }
    table.write(out);
    out << "\nGrowth with the text as a power of its size, least squares of the logarithms: 1 is "
           "in proportion.\n";
}

}  // namespace

void write_speed_text(const SpeedReport& report, std::ostream& out) {
    for (const auto& [name, value] : report.environment) out << name << ": " << value << '\n';
    out << "corpus: " << report.corpus << "\nseed: " << report.seed << "\n\n";
    for (const MeasuredSystem& system : report.runs.front().systems) {
        out << system.name << ": "
            << (system.absent.empty() ? system.description : "absent, " + system.absent) << '\n';
        if (system.absent.empty()) {
            out << "    warmed up by asking all queries "
                << (system.warm_up == 1 ? "once" : std::to_string(system.warm_up) + " times")
                << " (batch and concurrent: by the workloads before them)\n";
        }
    }
    out << '\n';
    if (report.growth()) write_growth(report, out);
    for (const SpeedRun& run : report.runs) {
        if (report.growth()) out << '\n';
        write_run(run, out);
    }
    out << "\nPercentiles by nearest rank. Files are in the page cache. MB are 10^6 bytes.\n";
}

}  // namespace sinodex
