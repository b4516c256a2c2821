#include "searcher/service/search_api.h"

#include <sstream>

#include "corpus/error.h"
#include "searcher/rendering/json.h"
#include "searcher/rendering/text.h"
#include "searcher/rendering/trec.h"
#include "searcher/rendering/view_json.h"
#include "searcher/rendering/view_text.h"
#include "searcher/request/request.h"
#include "searcher/service/http/site.h"

namespace sinodex {
namespace {

std::string_view media_type(ResultFormat format) {
    switch (format) {
        case ResultFormat::json:
            return "application/json";
        case ResultFormat::jsonl:
            return "application/x-ndjson";
        case ResultFormat::text:
        case ResultFormat::trec:
            break;
    }
    return "text/plain; charset=utf-8";
}

void render(const SearchResult& result, ResultFormat format, std::ostream& out) {
    switch (format) {
        case ResultFormat::json:
            return render_json(result, "", JsonLayout::lines, out);
        case ResultFormat::jsonl:
            return render_jsonl(result, "", out);
        case ResultFormat::trec:
            return render_trec(result, "1", out);
        case ResultFormat::text:
            return render_text(result, TextStyle(), out);
    }
}

template <typename View>
void render(const View& view, ResultFormat format, std::ostream& out) {
    if (format == ResultFormat::text) return render_text(view, TextStyle(), out);
    const bool lines = format == ResultFormat::json;
    render_json(view, "", lines ? JsonLayout::lines : JsonLayout::one_line, out);
}

// What a request asks, and of which index.
struct ApiRequest {
    std::string index;  // its name; empty: the first
    ParameterValues values;
};

ApiRequest read_request(const HttpRequest& http) {
    ApiRequest request;
    for (auto& [name, value] : pairs_of_query_string(http.query)) {
        if (name == "index") {
            request.index = std::move(value);
        } else {
            request.values.set(name, std::move(value));
        }
    }
    if (!request.values.has("format")) request.values.set("format", "json");
    return request;
}

HttpResponse search(const Indexes& indexes, const HttpRequest& http) {
    const ApiRequest asked = read_request(http);
    Request request = decode_request(asked.values);
    if (request.search.query.empty() && !request.like) {
        throw Error(ErrorKind::usage, "no query was given", "as in /v1/search?q=Hangzhou+deals");
    }
    request.search.deadline = http.deadline;
    request.search.cancelled = http.cancelled;
    const Searcher& index = indexes.find(asked.index);
    const std::string etag = "W/\"" + state_of(index) + "\"";
    if (has_already(http, etag)) return not_modified(etag);
    std::ostringstream out;
    std::visit([&](const auto& found) { render(found, request.format, out); },
               answer_request(index, request));
    HttpResponse response;
    response.content_type = media_type(request.format);
    response.body = std::move(out).str();
    response.fields.emplace_back("ETag", etag);
    return response;
}

}  // namespace

void add_search_api(Routes& routes, const Indexes& indexes) {
    routes.add({.pattern = "/v1/search", .handler = [&indexes](const HttpRequest& request) {
                    return search(indexes, request);
                }});
}

}  // namespace sinodex
