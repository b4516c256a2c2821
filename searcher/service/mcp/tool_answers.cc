// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/mcp/tool_answers.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "corpus/error.h"
#include "corpus/program/help.h"
#include "searcher/rendering/citations.h"
#include "searcher/rendering/entity_json.h"
#include "searcher/rendering/json_parts.h"
#include "searcher/rendering/verification.h"
#include "searcher/rendering/view_json.h"
#include "searcher/request/request.h"

namespace sinodex {
namespace {

std::string wanted(const ToolCall& call, std::string_view name) {
    std::string text = call.values.text(name);
    if (text.empty()) throw Error(ErrorKind::usage, std::string(name) + " is missing");
    return text;
}

Request decoded(const ToolCall& call, View view = View::passages) {
    ParameterValues values = call.values;
    values.fix("view", std::string(info(view).name));  // which says what other parameters mean
    Request request = decode_request(values, call.saved.read());
    request.search.deadline = call.deadline;
    request.search.cancelled = call.cancelled;
    return request;
}

// For what is no search: when it must be done.
SearchRequest bounds_of(const ToolCall& call) {
    SearchRequest request;
    request.deadline = call.deadline;
    request.cancelled = call.cancelled;
    return request;
}

// An answer that a view of the library has already as JSON.
template <typename Render>
Json parsed(const Render& render) {
    std::ostringstream out;
    render(out);
    return parsed_json(out.view());
}

// Takes what a view of this type has found.
template <typename Found>
Found viewed(const ToolCall& call, View view) {
    wanted(call, "query");
    return std::get<Found>(answer_request(call.index, decoded(call, view)));
}

template <typename Found>
Json view_json(const Found& found) {
    return parsed([&](std::ostream& out) { render_json(found, "", JsonLayout::one_line, out); });
}

// A cursor says of which revision an answer was, and where it goes on: "r12:40".
std::string cursor_at(const Searcher& index, std::size_t place) {
    return "r" + std::to_string(index.revision()) + ":" + std::to_string(place);
}

std::size_t place_of_cursor(const ToolCall& call) {
    const std::string cursor = call.values.text("cursor");
    if (cursor.empty()) return 0;
    const std::string before = cursor_at(call.index, 0);
    const char* end = cursor.data() + cursor.size();
    std::size_t place = 0;
    const char* begin = cursor.data() + std::min(cursor.size(), before.size() - 1);
    const auto parsed_place = std::from_chars(begin, end, place);
    const bool whole = parsed_place.ec == std::errc() && parsed_place.ptr == end;
    if (!whole || cursor != cursor_at(call.index, place)) {
        throw Error(ErrorKind::usage, "cursor: " + cursor + " is of another state of the index",
                    "call the tool again without a cursor");
    }
    return place;
}

// Keeps as many of the rows behind the cursor as an answer holds, and at most `limit`.
Json page_of(const ToolCall& call, Json answer, const std::string& key, std::size_t limit) {
    Json rows = Json::array();
    const Json all = std::move(answer[key]);
    std::size_t bytes = 0;
    std::size_t i = place_of_cursor(call);
    for (; i < all.size() && rows.size() < limit; ++i) {
        bytes += dump(all[i], -1).size();
        if (!rows.empty() && bytes > kMostAnswerBytes) break;
        rows.push_back(all[i]);
    }
    answer[key] = std::move(rows);
    if (i < all.size()) answer["next_cursor"] = cursor_at(call.index, i);
    return answer;
}

void put_article(Json& object, const ArticleInfo& article) {
    object["title"] = article.title.empty() ? article.id : article.title;
    object["url"] = article.url;
    for (const auto& [key, value] :
         std::initializer_list<std::pair<const char*, std::string>>{{"source", article.source},
                                                                    {"author", article.author},
                                                                    {"date", article.date},
                                                                    {"lang", article.lang}}) {
        put_if_known(object, key, value);
    }
}

Json result_of(const SearchHit& hit) {
    Json result{{"id", hit.id}};
    put_article(result, hit.article);
    result["text"] = hit.text;
    result["start"] = hit.begin;
    result["end"] = hit.end;
    result["citation"] = citation_line(hit);
    put_versions(result, hit);
    return result;
}

// No more of an article's versions than a hit names.
SearchHit versions_of(const StoredArticle& article) {
    SearchHit hit;
    const std::size_t named = std::min(article.versions.size(), kMostVersions);
    hit.versions.assign(article.versions.begin(),
                        article.versions.begin() + static_cast<std::ptrdiff_t>(named));
    hit.more_versions = article.versions.size() - named;
    return hit;
}

// The stretch of an article's text that is fetched.
struct FetchedPart {
    std::string id;
    StoredArticle article;
    std::size_t begin = 0, end = 0;  // bytes of its text
};

FetchedPart part_of(const ToolCall& call, const std::string& id, std::uint32_t context) {
    const Searcher& index = call.index;
    const SearchRequest bounds = bounds_of(call);
    if (id.find('#') == std::string::npos) {
        StoredArticle article = index.article(id, bounds);
        const std::size_t size = article.text.size();
        return {id, std::move(article), 0, size};
    }
    const SearchHit hit = index.passage(id, context, bounds);
    FetchedPart part{id, index.article(hit.article.id, bounds), hit.begin, hit.end};
    if (!hit.before.empty()) part.begin = hit.before.front().begin;
    if (!hit.after.empty()) part.end = hit.after.back().end;
    return part;
}

bool is_inside_character(const std::string& text, std::size_t i) {
    return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U;
}

std::string citation_of(const std::string& id, const ArticleInfo& article, std::size_t begin,
                        std::size_t end) {
    SearchHit hit;
    hit.id = id;
    hit.article = article;
    hit.begin = static_cast<std::uint32_t>(begin);
    hit.end = static_cast<std::uint32_t>(end);
    return citation_line(hit);
}

std::string citation_of(const Figure& figure) {
    return citation_of(figure.id, figure.article, figure.sentence_begin,
                       figure.sentence_begin + figure.sentence.size());
}

// Each figure's sentence can be cited.
void put_citations(Json& object, const FigureGroup& group) {
    for (std::size_t i = 0; i < group.values.size(); ++i) {
        const std::vector<Figure>& figures = group.values[i].figures;
        for (std::size_t k = 0; k < figures.size(); ++k) {
            object["values"][i]["figures"][k]["citation"] = citation_of(figures[k]);
        }
    }
}

}  // namespace

Json answer_search(const ToolCall& call) {
    wanted(call, "query");
    Request request = decoded(call);
    const std::size_t limit = request.search.limit;
    request.search.limit += place_of_cursor(call) + 1;  // one more: is there a next page?
    const SearchResult found = std::get<SearchResult>(answer_request(call.index, request));
    Json answer{{"query", found.query},
                {"interpretation", found.interpretation},
                {"articles", found.articles}};
    answer["results"] = Json::array();
    for (const SearchHit& hit : found.hits) answer["results"].push_back(result_of(hit));
    if (!found.missing.empty()) answer["missing"] = found.missing;
    put_if_known(answer, "suggestion", found.suggestion);
    for (const SearchWarning& warning : found.warnings) {
        answer["warnings"].push_back(warning.message);
    }
    return page_of(call, std::move(answer), "results", limit);
}

Json answer_fetch(const ToolCall& call) {
    const auto context = static_cast<std::uint32_t>(call.values.number("context"));
    const FetchedPart part = part_of(call, wanted(call, "id"), context);
    const std::string& text = part.article.text;
    const std::size_t begin = std::max(part.begin, place_of_cursor(call));
    std::size_t end = std::min(part.end, begin + kMostAnswerBytes);
    while (end < part.end && end > begin && is_inside_character(text, end)) --end;
    if (begin > end || is_inside_character(text, begin)) {
        throw Error(ErrorKind::usage, "cursor: it is none of this article");
    }
    Json answer{{"id", part.id}};
    put_article(answer, part.article.article);
    answer["text"] = text.substr(begin, end - begin);
    answer["start"] = begin;
    answer["end"] = end;
    answer["citation"] = citation_of(part.id, part.article.article, begin, end);
    answer["metadata"] = article_json(part.article.article);
    put_versions(answer, versions_of(part.article));
    if (end < part.end) answer["next_cursor"] = cursor_at(call.index, end);
    return answer;
}

Json answer_entity(const ToolCall& call) {
    const std::string name = wanted(call, "name");
    const std::vector<KnownEntity> known =
        call.index.entities(name, call.values.number("limit"), bounds_of(call));
    const auto same = std::find_if(known.begin(), known.end(),
                                   [&](const KnownEntity& one) { return one.id == name; });
    const std::string id = same != known.end() ? same->id : known.empty() ? name : known.front().id;
    Json answer = parsed([&](std::ostream& out) { render_json(call.index.entity(id), out); });
    answer["others"] = Json::array();
    for (const KnownEntity& one : known) {
        if (one.id == id) continue;
        answer["others"].push_back({{"id", one.id}, {"name", one.name}, {"type", one.type}});
    }
    return answer;
}

Json answer_timeline(const ToolCall& call) {
    return page_of(call, view_json(viewed<Timeline>(call, View::timeline)), "months", 1'000);
}

Json answer_figures(const ToolCall& call) {
    const Figures found = viewed<Figures>(call, View::figures);
    Json answer = view_json(found);
    for (std::size_t i = 0; i < found.groups.size(); ++i) {
        put_citations(answer["groups"][i], found.groups[i]);
    }
    return page_of(call, std::move(answer), "groups", 1'000);
}

Json answer_related(const ToolCall& call) {
    return page_of(call, view_json(viewed<RelatedEntities>(call, View::related)), "entities",
                   1'000);
}

Json answer_verify_quote(const ToolCall& call) {
    const Verification result =
        call.index.verify(wanted(call, "quotation"), call.values.number("limit"), bounds_of(call));
    Json answer =
        parsed([&](std::ostream& out) { render_json(result, JsonLayout::one_line, out); });
    for (std::size_t i = 0; i < result.places.size(); ++i) {
        answer["places"][i]["citation"] = citation_line(result.places[i].hit);
    }
    return page_of(call, std::move(answer), "places", 1'000);
}

Json answer_status(const ToolCall& call) {
    Json answer{{"program", version_text()}};
    answer["indexes"] = Json::array();
    for (const std::string& name : call.indexes.names()) {
        const Searcher& index = call.indexes.find(name);
        answer["indexes"].push_back({{"name", name},
                                     {"articles", index.article_count()},
                                     {"revision", index.revision()},
                                     {"changed", index.revision_time()}});
    }
    return answer;
}

}  // namespace sinodex
