// SPDX-License-Identifier: GPL-2.0-or-later
#include <nlohmann/json.hpp>

#include "bench/quality/comparison_report.h"
#include "bench/quality/versions.h"

namespace sinodex {
namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson figure_json(const std::string& run, const RunFigure& figure) {
    OrderedJson json{{"run", run},
                     {"value", figure.value},
                     {"low", figure.interval.low},
                     {"high", figure.interval.high}};
    if (!figure.beside) return json;
    json["difference"] = figure.beside->difference;
    json["p_random"] = figure.beside->p_random;
    json["p_random_holm"] = figure.beside->p_random_holm;
    json["p_t"] = figure.beside->p_t;
    json["p_t_holm"] = figure.beside->p_t_holm;
    json["wins"] = figure.beside->topics.wins;
    json["ties"] = figure.beside->topics.ties;
    json["losses"] = figure.beside->topics.losses;
    return json;
}

OrderedJson group_json(const RunComparison& comparison, const GroupFigures& group) {
    OrderedJson runs = OrderedJson::array();
    for (std::size_t i = 0; i < group.runs.size(); ++i) {
        runs.push_back(figure_json(comparison.runs[i], group.runs[i]));
    }
    OrderedJson json = OrderedJson::object();
    if (!group.kind.empty()) json["kind"] = group.kind;
    json["topics"] = group.topics.size();
    json["runs"] = std::move(runs);
    return json;
}

OrderedJson measure_json(const RunComparison& comparison, const ComparedMeasure& compared) {
    OrderedJson groups = OrderedJson::array();
    for (const GroupFigures& group : compared.groups) {
        groups.push_back(group_json(comparison, group));
    }
    OrderedJson values = OrderedJson::object();
    for (std::size_t i = 0; i < comparison.runs.size(); ++i) {
        values[comparison.runs[i]] = compared.values[i];
    }
    return {{"name", compared.measure.name},
            {"groups", std::move(groups)},
            {"values", std::move(values)}};
}

}  // namespace

void write_comparison_json(const ComparisonReport& report, std::ostream& out) {
    const RunComparison& comparison = report.comparison;
    OrderedJson json{{"version", 1},
                     {"command", report.command},
                     {"versions", OrderedJson::object()},
                     {"qrels", report.qrels},
                     {"seed", report.seed},
                     {"reference", comparison.runs[comparison.reference]},
                     {"runs", comparison.runs},
                     {"topics", comparison.topics},
                     {"measures", OrderedJson::array()}};
    for (const auto& [name, version] : versions()) json["versions"][name] = version;
    for (const ComparedMeasure& compared : comparison.measures) {
        json["measures"].push_back(measure_json(comparison, compared));
    }
    out << json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) << '\n';
}

}  // namespace sinodex
