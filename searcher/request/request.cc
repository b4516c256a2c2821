// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/request/request.h"

#include <algorithm>

#include "corpus/error.h"
#include "searcher/request/saved_search.h"

namespace sinodex {
namespace {

Expansions expansions_of(const ParameterValues& values) {
    const std::vector<std::string> some = values.list("expand");
    const auto has = [&](std::string_view name) {
        return std::find(some.begin(), some.end(), name) != some.end();
    };
    Expansions expand;
    expand.related = has("related");
    expand.names = has("names") || expand.related;  // what belongs to something that is named
    expand.synonyms = has("synonyms");
    expand.spelling = has("spelling");
    expand.translations = has("translations");
    return expand;
}

// "--view facets and --view related"
std::string views_with(bool ViewInfo::*parameter, const ParameterValues& values) {
    std::string all;
    for (const ViewInfo& view : kViews) {
        if (!(view.*parameter)) continue;
        all.append(all.empty() ? "" : " and ").append(values.shown("view", view.name));
    }
    return all;
}

void refuse(const ParameterValues& values, std::string_view name, const ViewInfo& view,
            const std::string& hint) {
    if (!values.has(name)) return;
    throw Error(ErrorKind::usage,
                values.shown(name) + " has no meaning with " + values.shown("view", view.name),
                hint);
}

void refuse_what_the_view_lacks(const ParameterValues& values, const Request& request) {
    const ViewInfo& view = info(request.view);
    if (!view.by) refuse(values, "by", view, "it is for " + views_with(&ViewInfo::by, values));
    if (!view.top) refuse(values, "top", view, "it is for " + views_with(&ViewInfo::top, values));
    if (!view.limit) {
        refuse(values, "limit", view,
               "all that matches is counted; " + values.shown("top") + " bounds what is printed");
    }
    if (!view.unit) refuse(values, "unit", view, std::string(view.counts));
    if (!view.hits) refuse(values, "sort", view, "it is for hits");
    if (!view.hits && is_for_hits(request.format)) {
        throw Error(ErrorKind::usage,
                    values.shown("format", values.text("format")) + " has no meaning with " +
                        values.shown("view", view.name),
                    "use text, json, jsonl or csv");
    }
}

// A run is in the order of its scores, and its hits have no dates.
void refuse_order_of_run(const ParameterValues& values, const Request& request) {
    if (request.format != ResultFormat::trec || request.order == HitOrder::score) return;
    throw Error(ErrorKind::usage, values.shown("sort", "date") + " has no meaning with " +
                                      values.shown("format", "trec"));
}

// The newest first, those without a date last; of the same date the best first.
void order_by_date(SearchResult& result) {
    std::stable_sort(
        result.hits.begin(), result.hits.end(),
        [](const SearchHit& a, const SearchHit& b) { return a.article.date > b.article.date; });
    std::size_t rank = 0;
    for (SearchHit& hit : result.hits) hit.rank = ++rank;
}

Answer finished(SearchResult result, const Request& request) {
    if (request.order == HitOrder::date) order_by_date(result);
    if (!request.saved) return result;
    for (SearchHit& hit : result.hits) describe(hit, *request.saved);
    return result;
}

void refuse_what_excludes_like(const ParameterValues& values) {
    if (!values.has("like")) return;
    for (const std::string_view other : {"view", "top", "by"}) {
        if (!values.has(other)) continue;
        throw Error(ErrorKind::usage,
                    values.shown("like") + " and " + values.shown(other) + " exclude each other");
    }
}

SearchRequest search_request(const ParameterValues& values, ResultFormat format) {
    const bool run = format == ResultFormat::trec;
    SearchRequest search;
    search.query = values.text("query");
    search.limit = values.number("limit");
    search.syntax = values.choice<QuerySyntax>("syntax");
    search.unit = values.choice<SearchUnit>("unit");
    if (values.has("like") && !values.has("unit")) search.unit = SearchUnit::article;
    search.context = static_cast<std::uint32_t>(values.number("context"));
    search.explain = values.flag("explain");
    search.texts = !run;
    search.carried = run;
    search.per_article = run ? 0 : values.number("per-article");
    search.collapse = !run && !values.flag("all-versions");
    search.expand = expansions_of(values);
    return search;
}

SearchRequest resolved(const Searcher& searcher, const Request& request) {
    SearchRequest search = request.search;
    if (request.since) search.since = searcher.revision_named(*request.since);
    return search;
}

}  // namespace

Request decode_request(const ParameterValues& given,
                       const std::shared_ptr<const SavedWork>& saved) {
    const ParameterValues values = with_saved_search(given, saved.get());
    Request request;
    request.format = values.choice<ResultFormat>("format");
    request.search = search_request(values, request.format);
    request.view = values.choice<View>("view");
    request.top = values.number("top");
    request.order = values.choice<HitOrder>("sort");
    request.by = values.choice<TimelineBy>("by");
    if (values.has("like")) request.like = values.text("like");
    if (values.has("since")) request.since = values.text("since");
    refuse_what_the_view_lacks(values, request);
    refuse_what_excludes_like(values);
    refuse_order_of_run(values, request);
    request.saved = saved;
    if (saved) request.search.tags = saved->tags;
    return request;
}

Answer answer_request(const Searcher& searcher, const Request& request) {
    const SearchRequest search = resolved(searcher, request);
    if (request.like) return finished(searcher.more_like(*request.like, search), request);
    switch (request.view) {
        case View::passages:
            return finished(searcher.search(search), request);
        case View::facets:
            return searcher.facets(search, request.top);
        case View::timeline:
            return searcher.timeline(search, request.by);
        case View::related:
            return searcher.related(search, request.top);
        case View::figures:
            return searcher.figures(search, search.limit);
    }
    return finished(searcher.search(search), request);
}

}  // namespace sinodex
