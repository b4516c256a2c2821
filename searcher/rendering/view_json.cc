#include "searcher/rendering/view_json.h"

#include "searcher/rendering/json_parts.h"

namespace sinodex {
namespace {

Json head_json(const char* view, const MatchSummary& matches, const std::string& qid) {
    Json object{{"version", kJsonVersion}, {"view", view}};
    put_if_known(object, "qid", qid);
    object["query"] = matches.query;
    object["interpretation"] = matches.interpretation;
    object["articles"] = matches.articles;
    object["complete"] = matches.complete;
    object["took_ms"] = matches.took_ms;
    object["warnings"] = warnings_json(matches.warnings);
    return object;
}

Json facet_json(const Facet& facet) {
    Json object{{"facet", facet.name}, {"distinct", facet.distinct}, {"without", facet.without}};
    object["values"] = Json::array();
    for (const FacetValue& value : facet.values) {
        object["values"].push_back({{"value", value.value},
                                    {"name", value.name},
                                    {"filter", value.filter},
                                    {"articles", value.articles}});
    }
    return object;
}

std::string month_text(const TimelineMonth& month) {
    const std::string year = std::to_string(month.year);
    return std::string(year.size() < 4 ? 4 - year.size() : 0, '0') + year +
           (month.month < 10 ? "-0" : "-") + std::to_string(month.month);
}

Json entity_json(const RelatedEntity& entity) {
    Json object{{"id", entity.id},
                {"type", entity.type},
                {"name", entity.name},
                {"filter", entity.filter},
                {"articles", entity.articles},
                {"share", entity.share},
                {"share_elsewhere", entity.share_elsewhere},
                {"score", entity.score}};
    put_if_known(object, "example", entity.example);
    return object;
}

void print(const Json& object, JsonLayout layout, std::ostream& out) {
    out << dump(object, layout == JsonLayout::lines ? 2 : -1) << '\n';
}

}  // namespace

void render_json(const Facets& view, const std::string& qid, JsonLayout layout, std::ostream& out) {
    Json object = head_json("facets", view.matches, qid);
    object["facets"] = Json::array();
    for (const Facet& facet : view.facets) object["facets"].push_back(facet_json(facet));
    print(object, layout, out);
}

void render_json(const Timeline& view, const std::string& qid, JsonLayout layout,
                 std::ostream& out) {
    Json object = head_json("timeline", view.matches, qid);
    object["by"] = view.by == TimelineBy::published ? "published" : "mentioned";
    object["months"] = Json::array();
    for (const TimelineMonth& month : view.months) {
        object["months"].push_back({{"month", month_text(month)}, {"articles", month.articles}});
    }
    object["longer_only"] = view.longer_only;
    object["undated"] = view.undated;
    print(object, layout, out);
}

void render_json(const RelatedEntities& view, const std::string& qid, JsonLayout layout,
                 std::ostream& out) {
    Json object = head_json("related", view.matches, qid);
    object["others"] = view.others;
    object["asked"] = view.asked;
    object["entities"] = Json::array();
    for (const RelatedEntity& entity : view.entities) {
        object["entities"].push_back(entity_json(entity));
    }
    print(object, layout, out);
}

}  // namespace sinodex
