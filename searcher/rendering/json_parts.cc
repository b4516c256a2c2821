// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/json_parts.h"

#include "corpus/text/utf8.h"

namespace sinodex {
namespace {

Json span_json(const TextSpan& span) {
    return {{"start", span.begin},
            {"end", span.end},
            {"start_codepoint", span.begin_code_point},
            {"end_codepoint", span.end_code_point}};
}

Json highlight_json(const SearchHighlight& mark) {
    Json object = span_json(mark);
    object["why"] = info(mark.why).name;
    for (const QueryMatch& match : mark.query) {
        object["query"].push_back(
            {{"start", match.begin}, {"end", match.end}, {"why", info(match.why).name}});
    }
    return object;
}

Json context_json(const ContextPassage& passage) {
    Json object{{"passage", passage.passage}, {"text", passage.text}};
    object.update(span_json(passage));
    return object;
}

}  // namespace

Json article_json(const ArticleInfo& article) {
    Json object{{"id", article.id}};
    put_if_known(object, "title", article.title);
    put_if_known(object, "url", article.url);
    put_if_known(object, "source", article.source);
    put_if_known(object, "author", article.author);
    put_if_known(object, "date", article.date);
    put_if_known(object, "date_origin", article.date_origin);
    put_if_known(object, "lang", article.lang);
    return object;
}

Json hit_json(const SearchHit& hit) {
    Json object{{"rank", hit.rank}, {"score", hit.score}, {"id", hit.id}};
    object["article"] = article_json(hit.article);
    object["text"] = hit.text;
    object["start"] = hit.begin;
    object["end"] = hit.end;
    object["start_codepoint"] = hit.begin_code_point;
    object["end_codepoint"] = hit.begin_code_point + count_code_points(hit.text);
    if (hit.loosened) object["loosened"] = true;
    object["highlights"] = Json::array();
    for (const SearchHighlight& mark : hit.highlights) {
        object["highlights"].push_back(highlight_json(mark));
    }
    for (const TextSpan& span : hit.best) object["best"].push_back(span_json(span));
    for (const ContextPassage& one : hit.before) object["before"].push_back(context_json(one));
    for (const ContextPassage& one : hit.after) object["after"].push_back(context_json(one));
    if (!hit.versions.empty()) object["versions"] = hit.versions;
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
