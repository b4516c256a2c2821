// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/search_api.h"

#include <algorithm>

#include "corpus/error.h"
#include "corpus/json.h"
#include "corpus/program/help.h"
#include "searcher/service/http/compression.h"
#include "searcher/service/http/site.h"
#include "searcher/service/operations.h"

namespace sinodex {
namespace {

ParameterValues read_values(const Operation& operation, const HttpRequest& http) {
    ParameterValues values(Wording::names, operation.parameters);
    for (auto& [name, value] : pairs_of_query_string(http.query)) values.set(name, value);
    return values;
}

void check_format(const Operation& operation, const ParameterValues& values) {
    if (!values.has("format")) return;
    const auto format = values.choice<ResultFormat>("format");
    const std::vector<ResultFormat>& formats = operation.formats;
    if (std::find(formats.begin(), formats.end(), format) != formats.end()) return;
    std::string all;
    for (const ResultFormat one : formats) {
        all.append(all.empty() ? "" : ", ").append(kFormatNames[static_cast<std::size_t>(one)]);
    }
    throw Error(ErrorKind::usage, "format: an answer to this is no " + values.text("format"),
                "there are " + all);
}

// Refers to all of them.
struct Asked {
    const Operation& operation;
    const Indexes& indexes;
    AnswerCache* kept;
};

// All that an answer depends on.
std::string key_of(const HttpRequest& http, const std::string& state) {
    return http.path + "?" + http.query + "\n" + state + (reads_gzip(http) ? "\ngzip" : "");
}

// Keeps an answer unless what was asked has changed meanwhile, or the answer lacks a shard that was
// there before.
void keep(AnswerCache& kept, const ApiCall& call, const std::string& state,
          HttpResponse& response) {
    compress(call.http, response);
    if (response.status != 200 || state_of(call.index, call.saved) != state) return;
    kept.keep(key_of(call.http, state), response);
}

HttpResponse answer(const Asked& asked, const HttpRequest& http) {
    const auto& [operation, indexes, kept] = asked;
    ParameterValues values = read_values(operation, http);
    check_format(operation, values);
    const Searcher& index = indexes.find(values.text(kIndexParameter));
    // The revision is that of before the answer: if another one comes meanwhile, the client asks
    // again once too often, and never too rarely.
    const SavedFile& saved = indexes.saved(values.text(kIndexParameter));
    const std::string state = state_of(index, saved);
    const std::string etag = "W/\"" + state + "\"";
    // A client that has anything at all, *, has nothing of what is not there: that is for the site.
    const bool names_it = http.field("if-none-match") != "*";
    if (names_it && has_already(http, etag)) return not_modified(etag);
    const auto known = kept == nullptr ? nullptr : kept->find(key_of(http, state));
    if (known != nullptr) return *known;
    const ApiCall call{operation, http, index, saved, values};
    HttpResponse response = operation.answer(call);
    response.fields.emplace_back("ETag", etag);
    if (kept != nullptr) keep(*kept, call, state, response);
    return response;
}

constexpr const char* kVersionField = "Sinodex-Api";
constexpr const char* kVersion = "v1";

HttpResponse versions() {
    HttpResponse response;
    response.body = dump({{"versions", {kVersion}},
                          {"program", version_text()},
                          {"description", "/openapi.json"}},
                         2) +
                    "\n";
    return response;
}

// "/v2/search" and the like; else there is just nothing there.
HttpResponse other_version(const HttpRequest& http) {
    const std::string version = "v" + http.argument.substr(0, http.argument.find('/'));
    const bool is_version =
        version.size() > 1 && version.find_first_not_of("0123456789", 1) == version.npos;
    if (!is_version || version == kVersion) return nothing_here();
    return problem(404, "this service does not speak " + version,
                   "it speaks " + std::string(kVersion) + ": /" + kVersion + "/search");
}

// Answers 404 where the id in the path leads to nothing.
HttpResponse answer_by_id(const Asked& asked, const HttpRequest& http) {
    try {
        return answer(asked, http);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::query) throw;
        return problem(404, error.what(), error.hint());
    }
}

}  // namespace

void add_search_api(Routes& routes, const Indexes& indexes, AnswerCache* kept) {
    for (const Operation& operation : operations()) {
        const auto answering = operation.argument.empty() ? answer : answer_by_id;
        const Asked asked{operation, indexes, kept};
        routes.add({.pattern = std::string(operation.path),
                    .handler = [asked, answering](const HttpRequest& request) {
                        HttpResponse response = answering(asked, request);
                        response.fields.emplace_back(kVersionField, kVersion);
                        return response;
                    }});
    }
    routes.add({.pattern = "/v1", .handler = [](const HttpRequest&) { return versions(); }});
    routes.add({.pattern = "/v{version}", .handler = other_version});
}

}  // namespace sinodex
