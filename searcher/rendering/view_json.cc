// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/view_json.h"

#include "searcher/rendering/json_parts.h"
#include "searcher/rendering/value_names.h"

namespace sinodex {
namespace {

std::string_view name(Counted counted) {
    switch (counted) {
        case Counted::matching:
            return "matching";
        case Counted::most_words:
            return "most_words";
        case Counted::half_words:
            return "half_words";
        case Counted::any_word:
            return "any_word";
    }
    return "";
}

Json head_json(const char* view, const MatchSummary& matches, const std::string& qid) {
    Json object{{"version", kJsonVersion}, {"view", view}};
    put_if_known(object, "qid", qid);
    object["query"] = matches.query;
    object["interpretation"] = matches.interpretation;
    object["articles"] = matches.articles;
    object["counted"] = name(matches.counted);
    object["complete"] = matches.complete;
    object["took_ms"] = matches.took_ms;
    object["warnings"] = warnings_json(matches.warnings);
    put_missing_shards(object, matches.missing_shards);
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

Json figure_json(const Figure& figure) {
    Json object{{"value", figure.value},         {"low", figure.low},
                {"high", figure.high},           {"unit", figure.unit},
                {"qualifier", figure.qualifier}, {"tie", name_of(figure.tie)}};
    put_if_known(object, "date", figure.date);
    put_if_known(object, "date_to", figure.date_to);
    if (!figure.date.empty()) {
        object["date_origin"] = figure.date_mentioned ? "mentioned" : "published";
    }
    object["id"] = figure.id;
    object["start"] = figure.begin;
    object["end"] = figure.end;
    object["sentence"] = figure.sentence;
    object["sentence_start"] = figure.sentence_begin;
    object["article"] = article_json(figure.article);
    object["score"] = figure.score;
    return object;
}

Json group_json(const FigureGroup& group) {
    Json object{{"entity", group.entity},
                {"entity_name", group.entity_name},
                {"what", group.what},
                {"unit", group.unit},
                {"agreement", name_of(group.agreement)},
                {"sources", group.sources},
                {"score", group.score}};
    object["values"] = Json::array();
    for (const FigureValue& value : group.values) {
        Json figures = Json::array();
        for (const Figure& figure : value.figures) figures.push_back(figure_json(figure));
        object["values"].push_back({{"sources", value.sources},
                                    {"differs", value.differs},
                                    {"figures", std::move(figures)}});
    }
    return object;
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

void render_json(const Figures& view, const std::string& qid, JsonLayout layout,
                 std::ostream& out) {
    Json object = head_json("figures", view.matches, qid);
    object["found"] = view.found;
    object["groups"] = Json::array();
    for (const FigureGroup& group : view.groups) object["groups"].push_back(group_json(group));
    print(object, layout, out);
}

}  // namespace sinodex
