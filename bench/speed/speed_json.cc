// SPDX-License-Identifier: GPL-2.0-or-later

#include "bench/speed/speed_report.h"
#include "bench/speed/statistics.h"
#include "corpus/json.h"

namespace sinodex {
namespace {

Json figure_json(const SpeedFigure& figure) {
    Json json{{"n", figure.seconds.size()},
              {"min", percentile(figure.seconds, 0)},
              {"p50", percentile(figure.seconds, 50)},
              {"p95", percentile(figure.seconds, 95)},
              {"p99", percentile(figure.seconds, 99)},
              {"max", percentile(figure.seconds, 100)}};
    if (figure.per_second > 0) json["per_second"] = figure.per_second;
    if (figure.peak_memory > 0) json["peak_memory"] = figure.peak_memory;
    return json;
}

Json system_json(const SpeedRun& run, std::size_t place) {
    const MeasuredSystem& system = run.systems[place];
    Json json{{"name", system.name}, {"description", system.description}};
    if (!system.absent.empty()) {
        json["absent"] = system.absent;
        return json;
    }
    json["warm_up"] = system.warm_up;
    json["database_bytes"] = system.database_bytes;
    json["search_memory"] = system.search_memory;
    json["ratios"] = Json::object();
    for (const SpeedRow& row : compared_rows(run)) {
        const double one = row.values.front();
        if (one > 0 && row.values[place] > 0) json["ratios"][row.name] = row.values[place] / one;
    }
    json["workloads"] = Json::object();
    for (std::size_t w = 0; w < run.workloads.size(); ++w) {
        if (system.figures[w].seconds.empty()) continue;
        json["workloads"][std::string(run.workloads[w].name)] = figure_json(system.figures[w]);
    }
    return json;
}

Json run_json(const SpeedRun& run) {
    Json systems = Json::array();
    for (std::size_t s = 0; s < run.systems.size(); ++s) systems.push_back(system_json(run, s));
    return {{"articles", run.articles},
            {"changed", run.changed},
            {"text_bytes", run.bytes},
            {"systems", std::move(systems)}};
}

Json exponents_json(const SpeedReport& report) {
    Json json = Json::object();
    for (const SpeedRow& row : growth_exponents(report.runs)) {
        Json& entry = json[row.name] = Json::object();
        for (std::size_t s = 0; s < row.values.size(); ++s) {
            const bool there = row.values[s] > 0 || row.values[s] < 0;
            if (there) entry[report.runs.front().systems[s].name] = row.values[s];
        }
    }
    return json;
}

}  // namespace

void write_speed_json(const SpeedReport& report, std::ostream& out) {
    Json json{{"version", 1},
              {"command", report.command},
              {"environment", Json::object()},
              {"corpus", report.corpus},
              {"seed", report.seed},
              {"runs", Json::array()}};
    for (const auto& [name, value] : report.environment) json["environment"][name] = value;
    for (const SpeedRun& run : report.runs) json["runs"].push_back(run_json(run));
    if (report.growth()) json["exponents"] = exponents_json(report);
    out << dump(json, 2) << '\n';
}

}  // namespace sinodex
