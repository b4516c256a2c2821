#include "searcher/rendering/json.h"

#include "corpus/text/utf8.h"
#include "searcher/rendering/json_parts.h"

namespace sinodex {
namespace {

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

Json hit_json(const SearchHit& hit) {
    Json object{{"rank", hit.rank}, {"score", hit.score}, {"id", hit.id}};
    object["article"] = article_json(hit.article);
    object["text"] = hit.text;
    object["start"] = hit.begin;
    object["end"] = hit.end;
    object["start_codepoint"] = hit.begin_code_point;
    object["end_codepoint"] = hit.begin_code_point + count_code_points(hit.text);
    object["highlights"] = Json::array();
    for (const SearchHighlight& mark : hit.highlights) {
        object["highlights"].push_back(highlight_json(mark));
    }
    for (const TextSpan& span : hit.best) object["best"].push_back(span_json(span));
    for (const ContextPassage& one : hit.before) object["before"].push_back(context_json(one));
    for (const ContextPassage& one : hit.after) object["after"].push_back(context_json(one));
    if (!hit.versions.empty()) object["versions"] = hit.versions;
    if (!hit.parts.empty()) {
        Json parts = Json::object();
        for (const ScorePart& part : hit.parts) parts[part.name] = part.value;
        object["score_parts"] = std::move(parts);
    }
    return object;
}

}  // namespace

void render_json(const SearchResult& result, const std::string& qid, std::ostream& out) {
    Json object{{"version", kJsonVersion}};
    put_if_known(object, "qid", qid);
    object["query"] = result.query;
    object["interpretation"] = result.interpretation;
    object["articles"] = result.articles;
    object["relaxed"] = result.relaxed;
    object["took_ms"] = result.took_ms;
    object["warnings"] = warnings_json(result.warnings);
    object["hits"] = Json::array();
    for (const SearchHit& hit : result.hits) object["hits"].push_back(hit_json(hit));
    if (!result.stages.empty()) {
        object["stages"] = Json::array();
        for (const ExplainStage& stage : result.stages) {
            object["stages"].push_back({{"name", stage.name}, {"text", stage.text}});
        }
    }
    out << dump(object, 2) << '\n';
}

void render_jsonl(const SearchResult& result, const std::string& qid, std::ostream& out) {
    for (const SearchHit& hit : result.hits) {
        Json object = Json::object();
        put_if_known(object, "qid", qid);
        object["query"] = result.query;
        object.update(hit_json(hit));
        out << dump(object, -1) << '\n';
    }
}

}  // namespace sinodex
