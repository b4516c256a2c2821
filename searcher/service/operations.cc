// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/operations.h"

#include <array>
#include <sstream>

#include "corpus/error.h"
#include "searcher/rendering/article_json.h"
#include "searcher/rendering/entity_json.h"
#include "searcher/rendering/json.h"
#include "searcher/rendering/json_parts.h"
#include "searcher/rendering/saved_work.h"
#include "searcher/rendering/verification.h"
#include "searcher/service/answer_rendering.h"
#include "searcher/service/entity_names.h"

namespace sinodex {
namespace {

HttpResponse text_response(std::ostringstream& out, ResultFormat format) {
    HttpResponse response;
    response.content_type = media_type(format);
    response.body = std::move(out).str();
    return response;
}

Request request_of(const ApiCall& call) {
    Request request = decode_request(call.values, call.saved.read());
    request.search.deadline = call.http.deadline;
    request.search.cancelled = call.http.cancelled;
    const std::uint64_t around = 2 * std::uint64_t{request.search.context} + 1;
    if (request.search.limit * around > kMostServedPassages) {
        throw Error(ErrorKind::usage, "limit and context ask for more than " +
                                          std::to_string(kMostServedPassages) + " passages");
    }
    return request;
}

// For what is no search: when it must be done, and the tags.
SearchRequest bounds_of(const ApiCall& call) {
    SearchRequest request;
    request.deadline = call.http.deadline;
    request.cancelled = call.http.cancelled;
    request.tags = call.saved.read()->tags;
    return request;
}

HttpResponse answered(const ApiCall& call) {
    const Request request = request_of(call);
    if (request.search.query.empty() && !request.like) {
        throw Error(ErrorKind::usage, "no query was given", "as in q=Hangzhou+deals");
    }
    std::ostringstream out;
    render_answer(answer_request(call.index, request), request.format, out);
    return text_response(out, request.format);
}

// The same as a file to be kept.
HttpResponse exported(const ApiCall& call) {
    HttpResponse response = answered(call);
    const std::string format = call.values.text("format");
    const std::string ending = format == "bibtex" ? "bib" : format == "csl-json" ? "json" : format;
    response.fields.emplace_back("Content-Disposition",
                                 "attachment; filename=\"sinodex." + ending + "\"");
    // Without it, spreadsheets take the file for one of another encoding.
    if (format == "csv") response.body.insert(0, "\xEF\xBB\xBF");
    return response;
}

HttpResponse view(const ApiCall& call, View which) {
    call.values.fix("view", std::string(info(which).name));
    return answered(call);
}

HttpResponse like(const ApiCall& call) {
    call.values.fix("like", call.http.argument);
    return answered(call);
}

HttpResponse article(const ApiCall& call) {
    const StoredArticle article = call.index.article(call.http.argument, bounds_of(call));
    std::ostringstream out;
    const auto format = call.values.choice<ResultFormat>("format");
    if (format == ResultFormat::text) {
        out << article.text;
    } else {
        render_json(article, out);
    }
    return text_response(out, format);
}

HttpResponse passage(const ApiCall& call) {
    const auto context = static_cast<std::uint32_t>(call.values.number("context"));
    std::ostringstream out;
    render_passage_json(call.index.passage(call.http.argument, context, bounds_of(call)), out);
    return text_response(out, ResultFormat::json);
}

std::string wanted(const ApiCall& call, std::string_view name) {
    std::string text = call.values.text(name);
    if (!text.empty()) return text;
    throw Error(ErrorKind::usage, call.values.shown(name) + " is missing");
}

HttpResponse verify(const ApiCall& call) {
    const auto format = call.values.choice<ResultFormat>("format");
    const Verification result =
        call.index.verify(wanted(call, "quotation"), call.values.number("limit"), bounds_of(call));
    std::ostringstream out;
    if (format == ResultFormat::text) {
        render_text(result, TextStyle(), out);
    } else {
        const bool lines = format == ResultFormat::json;
        render_json(result, lines ? JsonLayout::lines : JsonLayout::one_line, out);
    }
    return text_response(out, format);
}

HttpResponse suggest(const ApiCall& call) {
    const std::string line = call.values.text("query");
    const std::size_t cursor =
        call.values.has("cursor") ? call.values.number("cursor") : line.size();
    std::ostringstream out;
    const auto limit = call.values.number("limit");
    render_json(call.index.complete(line, cursor, limit, bounds_of(call)), line, out);
    return text_response(out, ResultFormat::json);
}

HttpResponse entities(const ApiCall& call) {
    const std::string beginning = wanted(call, "query");
    std::ostringstream out;
    const auto limit = call.values.number("limit");
    render_json(call.index.entities(beginning, limit, bounds_of(call)), beginning, out);
    return text_response(out, ResultFormat::json);
}

HttpResponse entity(const ApiCall& call) {
    std::ostringstream out;
    render_json(call.index.entity(call.http.argument), out);
    return text_response(out, ResultFormat::json);
}

constexpr std::size_t kMostNames = 500;

// Operands that are no ids are left out.
HttpResponse names(const ApiCall& call) {
    const auto language = call.values.choice<NameLanguage>("lang");
    Json object{{"version", kJsonVersion}};
    object["names"] = Json::object();
    std::istringstream ids(wanted(call, "ids"));
    for (std::string id; std::getline(ids, id, ',');) {
        if (object["names"].size() == kMostNames) {
            throw Error(ErrorKind::usage, "ids: names are given of " + std::to_string(kMostNames) +
                                              " entities at once, at most");
        }
        const std::string name = name_in(language, call.index, id, "");
        if (!name.empty()) object["names"][id] = name;
    }
    std::ostringstream out;
    print(object, JsonLayout::lines, out);
    return text_response(out, ResultFormat::json);
}

HttpResponse saved(const ApiCall& call) {
    const std::shared_ptr<const SavedWork> work = call.saved.read();
    if (!work->problem.empty()) throw Error(ErrorKind::input, work->problem);
    const auto format = call.values.choice<ResultFormat>("format");
    std::ostringstream out;
    switch (format) {
        case ResultFormat::jsonl:
            render_jsonl(*work, out);
            break;
        case ResultFormat::csv:
            render_csv(*work, out);
            break;
        default:
            render_json(*work, JsonLayout::lines, out);
    }
    return text_response(out, format);
}

constexpr Parameter kIndex{
    kIndexParameter, ParameterType::text, "NAME", "",
    "Which database is meant; the service's first one where nothing is said."};
constexpr Parameter kQuotation{"quotation", ParameterType::text, "TEXT", "",
                               "The quotation: 3 to 300 words, a Chinese character being one."};
constexpr Parameter kCursor{"cursor",
                            ParameterType::number,
                            "N",
                            "",
                            "Where in the query it is to go on, in bytes; at its end where nothing "
                            "is said.",
                            0,
                            1'000'000};

constexpr Parameter kIds{"ids", ParameterType::text, "IDS", "",
                         "The ids of entities, separated by commas: 500 at most."};
constexpr Parameter kNamesLanguage{
    "lang", ParameterType::choice, "LANG", "en", "The language in which names are wanted.", 0,
    0,      kNameLanguages};

// The parameters that are the service's own.
constexpr std::array<Parameter, 4> kOwnParameters{kQuotation, kCursor, kIds, kNamesLanguage};

// The parameters with these names, as a service has them: fewer hits at most, and a number of them
// and a format where a request names none. All have `index`.
std::vector<Parameter> parameters(std::initializer_list<std::string_view> names,
                                  std::string_view limit = "10", std::string_view format = "json") {
    std::vector<Parameter> rows;
    for (const std::string_view name : names) {
        const Parameter* own = find_parameter(name, kOwnParameters);
        rows.push_back(own != nullptr ? *own : *find_parameter(name));
        if (name == "limit") {
            rows.back().default_value = limit;
            rows.back().most = kMostServedHits;
        }
        if (name == "format") rows.back().default_value = format;
    }
    rows.push_back(kIndex);
    return rows;
}

constexpr std::string_view kArticleId = "The id of an article.";
constexpr std::string_view kPassageId =
    "The id of a passage, article#n, with its # written as %23.";

using enum ResultFormat;

std::vector<Operation> searches() {
    return {
        {"/v1/search",
         "search",
         "Passages, articles or a view that answer a query.",
         "",
         "Answer",
         {json, jsonl, text, trec, csv, bibtex, csl_json},
         parameters({"query", "saved", "limit", "unit", "syntax", "format", "since", "view", "top",
                     "by", "like", "sort", "per-article", "all-versions", "expand", "context",
                     "explain"}),
         answered},
        {"/v1/export",
         "export",
         "What a search finds, or a view as a table, as a file.",
         "",
         "",
         {csv, jsonl, bibtex, csl_json},
         parameters({"query", "saved", "limit", "unit", "syntax", "format", "since", "view", "top",
                     "by", "like", "sort", "per-article", "all-versions", "expand"},
                    "1000", "csv"),
         exported},
        {"/v1/facets",
         "facets",
         "Counts over all articles that match.",
         "",
         "Facets",
         {json, jsonl, text, csv},
         parameters(
             {"query", "saved", "syntax", "format", "since", "top", "all-versions", "expand"}),
         [](const ApiCall& call) { return view(call, View::facets); }},
        {"/v1/timeline",
         "timeline",
         "Articles that match, by month.",
         "",
         "Timeline",
         {json, jsonl, text, csv},
         parameters(
             {"query", "saved", "syntax", "format", "since", "by", "all-versions", "expand"}),
         [](const ApiCall& call) { return view(call, View::timeline); }},
        {"/v1/related",
         "related",
         "Entities that go with what matches.",
         "",
         "Related",
         {json, jsonl, text, csv},
         parameters(
             {"query", "saved", "syntax", "format", "since", "top", "all-versions", "expand"}),
         [](const ApiCall& call) { return view(call, View::related); }},
        {"/v1/figures",
         "figures",
         "The amounts that passages give, and how far sources agree.",
         "",
         "Figures",
         {json, jsonl, text, csv},
         parameters(
             {"query", "saved", "limit", "syntax", "format", "since", "all-versions", "expand"}),
         [](const ApiCall& call) { return view(call, View::figures); }},
        {"/v1/like/{id}",
         "like",
         "More on the subject of an article or passage.",
         "The id of an article or passage.",
         "SearchResult",
         {json, jsonl, text, csv, bibtex, csl_json},
         parameters({"query", "syntax", "limit", "unit", "format", "since", "sort", "per-article",
                     "all-versions", "context", "explain"}),
         like},
    };
}

std::vector<Operation> lookups() {
    return {
        {"/v1/articles/{id}",
         "article",
         "An article as it is kept, and what was found in it.",
         kArticleId,
         "Article",
         {json, text},
         parameters({"format"}),
         article},
        {"/v1/passages/{id}",
         "passage",
         "A passage, and those around it.",
         kPassageId,
         "Passage",
         {json},
         parameters({"context"}),
         passage},
        {"/v1/verify",
         "verify",
         "Whether a quotation stands in the collection, and where.",
         "",
         "Verification",
         {json, jsonl, text},
         parameters({"quotation", "limit", "format"}),
         verify},
        {"/v1/suggest",
         "suggest",
         "How a query that is being typed may go on.",
         "",
         "Completions",
         {json},
         parameters({"query", "cursor", "limit"}),
         suggest},
        {"/v1/saved",
         "saved",
         "The tags, notes and saved searches beside the database.",
         "",
         "Saved",
         {json, jsonl, csv},
         parameters({"format"}),
         saved},
        {"/v1/entities",
         "entities",
         "Entities with a name that begins so.",
         "",
         "Entities",
         {json},
         parameters({"query", "limit"}),
         entities},
        {"/v1/names",
         "names",
         "How entities are called in a language.",
         "",
         "Names",
         {json},
         parameters({"ids", "lang"}),
         names},
        {"/v1/entities/{id}",
         "entity",
         "All that is known of an entity.",
         "The id of an entity.",
         "Entity",
         {json},
         parameters({}),
         entity},
    };
}

}  // namespace

const std::vector<Operation>& operations() {
    static const std::vector<Operation> all = [] {
        std::vector<Operation> list = searches();
        for (Operation& one : lookups()) list.push_back(std::move(one));
        return list;
    }();
    return all;
}

}  // namespace sinodex
