// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/article_json.h"

#include "searcher/rendering/json.h"
#include "searcher/rendering/json_parts.h"

namespace sinodex {
namespace {

// A list of places, each with its range, what stands there, and what `describe` adds.
template <typename Places, typename Describe>
Json places_json(const Places& places, Describe describe) {
    Json list = Json::array();
    for (const auto& place : places) {
        Json object{{"start", place.begin}, {"end", place.end}};
        describe(object, place);
        list.push_back(std::move(object));
    }
    return list;
}

Json passages_json(const StoredArticle& article) {
    return places_json(article.passages, [](Json& object, const ArticlePassage& passage) {
        object["n"] = passage.number;
        object["start_codepoint"] = passage.begin_code_point;
        object["end_codepoint"] = passage.end_code_point;
        object["revision"] = passage.revision;
    });
}

Json entities_json(const std::vector<ArticleEntity>& entities) {
    Json list = Json::array();
    for (const ArticleEntity& entity : entities) {
        Json object{{"id", entity.id}};
        put_if_known(object, "type", entity.type);
        object["name"] = entity.name;
        put_if_known(object, "filter", entity.filter);
        list.push_back(std::move(object));
    }
    return list;
}

void put_findings(const StoredArticle& article, Json& object) {
    const auto text_of = [&](const TextSpan& place) {
        return article.text.substr(place.begin, place.end - place.begin);
    };
    object["entities"] = entities_json(article.entities);
    object["mentions"] = places_json(article.mentions, [&](Json& one, const NamedPlace& place) {
        one["text"] = text_of(place);
        one["entity"] = article.entities[place.entity].id;
        one["kind"] = place.kind;
    });
    object["amounts"] = places_json(article.amounts, [&](Json& one, const AmountPlace& place) {
        one["text"] = text_of(place);
        one["low"] = place.low;
        one["high"] = place.high;
        one["unit"] = place.unit;
        one["qualifier"] = place.qualifier;
    });
    object["dates"] = places_json(article.dates, [&](Json& one, const DatePlace& place) {
        one["text"] = text_of(place);
        put_if_known(one, "from", place.from);
        put_if_known(one, "to", place.to);
        one["precision"] = place.precision;
        one["kind"] = place.kind;
    });
}

}  // namespace

void render_json(const StoredArticle& article, std::ostream& out) {
    Json object{{"version", kJsonVersion}};
    object.update(article_json(article.article));
    object["revision"] = article.revision;
    object["text"] = article.text;
    if (article.title.end > article.title.begin) {
        object["title_range"] = {{"start", article.title.begin}, {"end", article.title.end}};
    }
    object["passages"] = passages_json(article);
    object["boilerplate"] = places_json(article.boilerplate, [](Json&, const TextSpan&) {});
    put_findings(article, object);
    object["versions"] = article.versions;
    print(object, JsonLayout::lines, out);
}

void render_passage_json(const SearchHit& passage, std::ostream& out) {
    Json object{{"version", kJsonVersion}};
    object.update(hit_json(passage));
    for (const char* name : {"rank", "score", "highlights"}) object.erase(name);
    print(object, JsonLayout::lines, out);
}

}  // namespace sinodex
