// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/json_report.h"

#include "bench/quality/versions.h"
#include "corpus/json.h"

namespace sinodex {
namespace {

Json figure_json(const AssessedMeasure& figure, bool compared) {
    Json json{{"mean", figure.mean}, {"low", figure.interval.low}, {"high", figure.interval.high}};
    if (!compared) return json;
    json["difference"] = figure.difference;
    json["p"] = figure.p_value;
    json["p_holm"] = figure.p_holm;
    json["wins"] = figure.topics.wins;
    json["ties"] = figure.topics.ties;
    json["losses"] = figure.topics.losses;
    return json;
}

Json system_json(const QualityReport& report, const AssessedSystem& system, bool compared) {
    Json measures = Json::object();
    for (std::size_t i = 0; i < report.measures.size(); ++i) {
        measures[report.measures[i]] = figure_json(system.figures[i], compared);
    }
    return {{"name", system.name},
            {"description", system.description},
            {"ms_per_query", system.milliseconds},
            {"measures", std::move(measures)}};
}

Json top_json(const std::vector<RankedUnit>& units) {
    Json top = Json::array();
    for (const RankedUnit& unit : units) {
        top.push_back({{"id", unit.id}, {"gain", unit.gain ? Json(*unit.gain) : Json()}});
    }
    return top;
}

Json movers_json(const Movers& movers) {
    Json topics = Json::array();
    for (const MovedTopic& topic : movers.topics) {
        topics.push_back({{"id", topic.id},
                          {"query", topic.query},
                          {"before", topic.before},
                          {"after", topic.after},
                          {"before_top", top_json(topic.before_top)},
                          {"after_top", top_json(topic.after_top)}});
    }
    return {{"before", movers.before}, {"after", movers.after}, {"topics", std::move(topics)}};
}

Json collection_json(const QualityReport& report, const CollectionReport& collection) {
    const Assessment& assessment = collection.assessment;
    Json systems = Json::array();
    for (std::size_t i = 0; i < assessment.systems.size(); ++i) {
        systems.push_back(system_json(report, assessment.systems[i], i != assessment.reference));
    }
    Json json{{"name", collection.name},
              {"unit", unit_name(collection.unit)},
              {"articles", collection.articles},
              {"passages", collection.passages},
              {"topics", assessment.topics.size()},
              {"notes", collection.notes},
              {"database", collection.database_fingerprint},
              {"reference", assessment.systems[assessment.reference].name},
              {"systems", std::move(systems)}};
    if (collection.movers) json["moved"] = movers_json(*collection.movers);
    return json;
}

}  // namespace

void write_json_report(const QualityReport& report, std::ostream& out) {
    Json collections = Json::array();
    for (const CollectionReport& collection : report.collections) {
        collections.push_back(collection_json(report, collection));
    }
    Json json{{"version", 1},
              {"command", report.command},
              {"versions", Json::object()},
              {"depth", report.depth},
              {"seed", report.seed},
              {"measures", report.measures},
              {"collections", std::move(collections)}};
    for (const auto& [name, version] : versions()) json["versions"][name] = version;
    out << dump(json, 2) << '\n';
}

}  // namespace sinodex
