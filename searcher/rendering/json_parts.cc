// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/json_parts.h"

#include "corpus/text/utf8.h"

namespace sinodex {
namespace {

// Answers have many small objects: lists in braces would take several times as long to make them.
Json object_for(std::size_t keys) {
    Json object = Json::object();
    object.get_ref<Json::object_t&>().reserve(keys);
    return object;
}

void put_span(Json& object, const TextSpan& span) {
    object["start"] = span.begin;
    object["end"] = span.end;
    object["start_codepoint"] = span.begin_code_point;
    object["end_codepoint"] = span.end_code_point;
}

Json span_json(const TextSpan& span) {
    Json object = object_for(4);
    put_span(object, span);
    return object;
}

Json match_json(const QueryMatch& match) {
    Json object = object_for(3);
    object["start"] = match.begin;
    object["end"] = match.end;
    object["why"] = info(match.why).name;
    return object;
}

Json highlight_json(const SearchHighlight& mark) {
    Json object = object_for(6);
    put_span(object, mark);
    object["why"] = info(mark.why).name;
    if (mark.query.empty()) return object;
    Json& query = object["query"];
    for (const QueryMatch& match : mark.query) query.push_back(match_json(match));
    return object;
}

Json context_json(const ContextPassage& passage) {
    Json object = object_for(6);
    object["passage"] = passage.passage;
    object["text"] = passage.text;
    put_span(object, passage);
    return object;
}

}  // namespace

Json article_json(const ArticleInfo& article) {
    Json object = object_for(8);
    object["id"] = article.id;
    put_if_known(object, "title", article.title);
    put_if_known(object, "url", article.url);
    put_if_known(object, "source", article.source);
    put_if_known(object, "author", article.author);
    put_if_known(object, "date", article.date);
    put_if_known(object, "date_origin", article.date_origin);
    put_if_known(object, "lang", article.lang);
    return object;
}

void put_versions(Json& object, const SearchHit& hit) {
    if (!hit.versions.empty()) object["versions"] = hit.versions;
    if (hit.more_versions > 0) object["more_versions"] = hit.more_versions;
}

Json hit_json(const SearchHit& hit) {
    Json object = object_for(19);
    object["rank"] = hit.rank;
    object["score"] = hit.score;
    object["id"] = hit.id;
    object["article"] = article_json(hit.article);
    object["text"] = hit.text;
    object["start"] = hit.begin;
    object["end"] = hit.end;
    object["start_codepoint"] = hit.begin_code_point;
    object["end_codepoint"] = hit.begin_code_point + count_code_points(hit.text);
    if (hit.loosened) object["loosened"] = true;
    Json& highlights = object["highlights"] = Json::array();
    for (const SearchHighlight& mark : hit.highlights) highlights.push_back(highlight_json(mark));
    for (const TextSpan& span : hit.best) object["best"].push_back(span_json(span));
    for (const ContextPassage& one : hit.before) object["before"].push_back(context_json(one));
    for (const ContextPassage& one : hit.after) object["after"].push_back(context_json(one));
    put_versions(object, hit);
    if (!hit.tags.empty()) object["tags"] = hit.tags;
    put_if_known(object, "note", hit.note);
    if (!hit.parts.empty()) {
        Json parts = Json::object();
        for (const ScorePart& part : hit.parts) parts[part.name] = part.value;
        object["score_parts"] = std::move(parts);
    }
    return object;
}

Json understood_json(const UnderstoodPart& part) {
    Json object{{"why", info(part.why).name}, {"start", part.begin}, {"end", part.end}};
    for (const NamedEntity& entity : part.entities) {
        object["entities"].push_back(
            {{"id", entity.id}, {"type", entity.type}, {"name", entity.name}});
    }
    if (!part.words.empty()) object["words"] = part.words;
    return object;
}

Json warnings_json(const std::vector<SearchWarning>& warnings) {
    Json list = Json::array();
    for (const SearchWarning& warning : warnings) {
        list.push_back(
            {{"start", warning.begin}, {"end", warning.end}, {"message", warning.message}});
    }
    return list;
}

void put_missing_shards(Json& object, const std::vector<MissingShard>& missing) {
    for (const MissingShard& shard : missing) {
        object["missing_shards"].push_back({{"name", shard.name}, {"reason", shard.reason}});
    }
}

void print(const Json& object, JsonLayout layout, std::ostream& out) {
    out << dump(object, layout == JsonLayout::lines ? 2 : -1) << '\n';
}

}  // namespace sinodex
