// SPDX-License-Identifier: GPL-2.0-or-later

#include "bench/findings/findings_report.h"
#include "bench/quality/versions.h"
#include "corpus/json.h"

namespace sinodex {
namespace {

constexpr std::array<const char*, kFindingKinds> kKindNames{"entities", "roles", "told", "amounts",
                                                            "dates"};

Json group_json(const FindingsGroup& group) {
    Json json{{"name", group.name}, {"passages", group.passages}};
    for (std::size_t kind = 0; kind < kFindingKinds; ++kind) {
        const FindingCounts& counts = group.counts.at(kind);
        json[kKindNames.at(kind)] = {{"labels", counts.right + counts.missed},
                                     {"found", counts.right + counts.falsely},
                                     {"right", counts.right},
                                     {"precision", counts.precision()},
                                     {"recall", counts.recall()},
                                     {"f1", counts.f1()}};
    }
    return json;
}

Json findings_json(const FindingsReport& report) {
    Json groups = Json::array();
    for (const FindingsGroup& group : report.groups) groups.push_back(group_json(group));
    Json errors = Json::array();
    for (const FindingError& error : report.errors) {
        errors.push_back({{"passage", error.passage},
                          {"error", error.missed ? "missed" : "false"},
                          {"kind", kKindNames.at(static_cast<std::size_t>(error.finding.kind))},
                          {"meaning", error.finding.meaning},
                          {"before", error.before},
                          {"surface", error.surface},
                          {"behind", error.behind}});
    }
    return {{"groups", std::move(groups)}, {"errors", std::move(errors)}};
}

Json figures_json(const FigureReport& report) {
    Json groups = Json::array();
    for (const FigureCounts& counts : report.groups) {
        groups.push_back({{"name", counts.name},
                          {"texts", counts.texts},
                          {"owned", counts.owned},
                          {"nobodys", counts.nobodys},
                          {"attributed", counts.attributed},
                          {"right_owner", counts.right_owner},
                          {"right", counts.right},
                          {"precision", counts.precision()},
                          {"recall", counts.recall()}});
    }
    Json mistakes = Json::array();
    for (const FigureMistake& mistake : report.mistakes) {
        mistakes.push_back({{"text", mistake.text},
                            {"value", mistake.value},
                            {"labelled", mistake.labelled},
                            {"given", mistake.given},
                            {"sentence", mistake.sentence}});
    }
    return {{"groups", std::move(groups)}, {"errors", std::move(mistakes)}};
}

Json stories_json(const StoryFigures& figures) {
    Json kinds = Json::array();
    for (const StoryKindFigures& kind : figures.kinds) {
        kinds.push_back({{"name", kind.name},
                         {"pairs", kind.pairs},
                         {"found", kind.found},
                         {"recall", kind.recall()}});
    }
    Json missed = Json::array();
    for (const StoryPair& pair : figures.missed) {
        missed.push_back({pair.version, pair.original, pair.kind});
    }
    return {{"articles", figures.articles},     {"kinds", std::move(kinds)},
            {"right", figures.right},           {"false", figures.falsely.size()},
            {"precision", figures.precision()}, {"missed_pairs", std::move(missed)},
            {"false_pairs", figures.falsely}};
}

}  // namespace

void write_findings_json(const FindingsReports& reports, std::ostream& out) {
    Json json{{"version", 1}, {"command", reports.command}, {"versions", Json::object()}};
    for (const auto& [name, version] : versions()) json["versions"][name] = version;
    if (reports.findings) json["findings"] = findings_json(*reports.findings);
    if (reports.figures) json["figures"] = figures_json(*reports.figures);
    if (reports.stories) json["stories"] = stories_json(*reports.stories);
    out << dump(json, 2) << '\n';
}

}  // namespace sinodex
