// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/page/plain_search.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "searcher/query/query_fields.h"
#include "searcher/request/request.h"
#include "searcher/service/page/page_frame.h"

namespace sinodex {
namespace {

constexpr std::size_t kHits = 20;
constexpr std::size_t kMostShown = 500;
constexpr std::size_t kFacetValues = 5;
constexpr std::size_t kPassagesOfArticle = 3;

constexpr std::array<const char*, 3> kExamples{
    "Who was fined 18.2 billion yuan?", "golden shares in Alibaba", "蚂蚁集团 上市 为什么 暂停"};

// A newsroom narrows down by these first; the facets behind them are closed.
constexpr std::array<std::string_view, 6> kFirstFacets{"company", "person", "regulator",
                                                       "source",  "year",   "lang"};

struct ViewLink {
    std::string_view name;
    std::string_view PageWords::*words;
};

constexpr std::array<ViewLink, 5> kPageViews{{
    {"", &PageWords::passages},
    {"timeline", &PageWords::timeline},
    {"figures", &PageWords::figures},
    {"related", &PageWords::related},
    {"verify", &PageWords::verify},
}};

std::size_t wanted_hits(const PageAddress& address) {
    const std::string asked = address.value("n");
    std::size_t number = kHits;
    std::from_chars(asked.data(), asked.data() + asked.size(), number);
    return std::clamp<std::size_t>(number, 1, kMostShown);
}

Html views(const PageAddress& address, const PageWords& words) {
    Html html("<div><nav class=\"views\"");
    html << attribute("aria-label", words.views) << "><ul>";
    for (const ViewLink& view : kPageViews) {
        const bool current = address.value("view") == view.name;
        const PageAddress there = address.with("view", view.name).with("n", "");
        html << "<li>"
             << link_to(there.href(), words.*view.words,
                        current ? Html(" aria-current=\"page\"") : Html())
             << "</li>";
    }
    return html << "</ul></nav></div>\n";
}

std::string found_text(const PageWords& words, std::uint64_t articles) {
    if (articles == 0) return std::string(words.found_none);
    if (articles == 1) return std::string(words.found_one);
    return filled(words.found, std::to_string(articles));
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "“" : ", “") + word + "”";
    return out;
}

Html remark(std::string_view text) {
    Html html("<p>");
    return html.text(text) << "</p>\n";
}

// Says what is to be said of a result besides its hits.
Html remarks(const SearchResult& found, const PageAddress& address, const PageWords& words) {
    Html html;
    if (!found.suggestion.empty()) {
        html << "<p>";
        html.text(found.corrected ? words.corrected_to : words.did_you_mean)
            << " " << page_link(address.with("q", found.suggestion), found.suggestion) << "</p>\n";
    }
    if (!found.missing.empty()) {
        html << remark(filled(words.no_article_holds, joined(found.missing)));
    }
    if (found.relaxed) html << remark(words.relaxed);
    for (const SearchWarning& warning : found.warnings) {
        if (!found.relaxed) html << remark(warning.message);
    }
    if (html.empty()) return html;
    return Html("<div class=\"remarks\">") << html << "</div>\n";
}

std::string names_of(const UnderstoodPart& part, const Searcher& index, const PageWords& words) {
    std::string names;
    for (const NamedEntity& entity : part.entities) {
        names.append(names.empty() ? "" : " / ")
            .append(name_in(words.names, index, entity.id, entity.name));
    }
    for (const std::string& word : part.words) {
        if (names.size() > 40) return names + " …";
        names.append(names.empty() ? "" : ", ").append(word);
    }
    return names;
}

Html understood_chip(const UnderstoodPart& part, const std::string& query, const Searcher& index,
                     const PageWords& words) {
    Html html("<li class=\"chip\"><span><b>");
    return html.text(std::string_view(query).substr(part.begin, part.end - part.begin))
           << "</b> <span class=\"meaning\">" << Html().text(names_of(part, index, words))
           << "</span></span></li>";
}

Html filter_chip(const std::string& filter, const Searcher& index, const PageAddress& address,
                 const PageWords& words) {
    const std::string shown = filter_in_words(words, index, filter);
    Html html("<li class=\"chip filter\"><span>");
    html.text(shown) << "</span>";
    return html << link_to(address.turned(filter).href(), words.drop,
                           Html(" class=\"remove\"")
                               << attribute("aria-label", filled(words.remove, shown)))
                << "</li>";
}

// How the question was understood, and its filters.
Html chips(const SearchResult& found, const Searcher& index, const PageAddress& address,
           const PageWords& words) {
    Html html;
    for (const UnderstoodPart& part : found.understood) {
        if (part.why != MatchRule::related && part.end <= found.query.size()) {
            html << understood_chip(part, found.query, index, words);
        }
    }
    for (const std::string& filter : address.filters) {
        html << filter_chip(filter, index, address, words);
    }
    if (html.empty()) return html;
    return Html("<ul class=\"chips\"")
           << attribute("aria-label", words.understood) << ">" << html << "</ul>";
}

Html passage(const SearchHit& hit, const PageAddress& address, const PageWords& words) {
    const std::string bytes = std::to_string(hit.begin) + "–" + std::to_string(hit.end);
    Html html("<div class=\"passage\"><p class=\"text\" dir=\"auto\"");
    html << language_of(hit.article) << ">" << marked_text(hit.text, hit.begin, hit.highlights)
         << "</p><p class=\"actions\">" << page_link(place_of(address, hit.id), words.open);
    if (hit.loosened) html << "<span>" << Html().text(words.loosened) << "</span>";
    html << "<span class=\"place\">";
    return html.text(hit.id).text(", ").text(filled(words.bytes, bytes)) << "</span></p></div>\n";
}

Html other_versions(const SearchHit& hit, const PageAddress& address, const PageWords& words) {
    if (hit.versions.empty()) return {};
    Html html("<details class=\"versions\"><summary>");
    html.text(words.versions) << "</summary><ul>";
    for (const std::string& id : hit.versions) {
        html << "<li>" << page_link(place_of(address, id), id) << "</li>";
    }
    if (hit.more_versions > 0) {
        html << "<li>";
        html.text(filled(words.more_versions, std::to_string(hit.more_versions))) << "</li>";
    }
    return html << "</ul></details>\n";
}

using ArticleHits = std::vector<const SearchHit*>;

Html result(const ArticleHits& hits, const PageAddress& address, const PageWords& words) {
    const SearchHit& first = *hits.front();
    const ArticleInfo& article = first.article;
    Html html("<article class=\"result\"><h2 dir=\"auto\"");
    html << language_of(article) << ">"
         << page_link(place_of(address, first.id),
                      article.title.empty() ? article.id : article.title)
         << "</h2>\n"
         << article_facts(words, article);
    for (const SearchHit* hit : hits) html << passage(*hit, address, words);
    return html << other_versions(first, address, words) << "</article>\n";
}

// The passages of one article stand together, where its best one is.
std::vector<ArticleHits> by_article(const std::vector<SearchHit>& hits) {
    std::vector<ArticleHits> groups;
    for (const SearchHit& hit : hits) {
        const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& known) {
            return known.front()->article.id == hit.article.id;
        });
        if (group == groups.end()) {
            groups.push_back({&hit});
        } else {
            group->push_back(&hit);
        }
    }
    return groups;
}

// A search estimates how many match; what is counted for the facets agrees with them, unless there
// are too many to count, or the search was loosened.
std::uint64_t articles_of(const SearchResult& found, const Facets& counted) {
    const bool loosened = std::any_of(found.hits.begin(), found.hits.end(),
                                      [](const SearchHit& hit) { return hit.loosened; });
    const bool counts = counted.matches.complete && counted.matches.articles > 0 && !loosened;
    return counts ? counted.matches.articles : found.articles;
}

Html answer(const SearchResult& found, std::uint64_t articles, const PageAddress& address,
            const PageWords& words) {
    Html html("<div class=\"answer\"><div class=\"status\"><span class=\"count\">");
    html.text(found_text(words, articles)) << "</span></div>\n" << remarks(found, address, words);
    for (const ArticleHits& hits : by_article(found.hits)) html << result(hits, address, words);
    const std::size_t wanted = wanted_hits(address);
    if (found.hits.size() == wanted && wanted < kMostShown) {
        html << "<p class=\"more\">"
             << page_link(address.with("n", std::to_string(wanted + kHits)), words.more) << "</p>";
    }
    return html << "</div>\n";
}

Html facet_value(const FacetValue& value, const std::string& shown, const PageAddress& address) {
    const auto& filters = address.filters;
    const bool active = std::find(filters.begin(), filters.end(), value.filter) != filters.end();
    Html html("<li><a");
    html << attribute("href", address.turned(value.filter).href());
    if (active) html << " aria-current=\"true\"";
    html << "><span class=\"value\">";
    html.text(active ? "✓ " : "").text(shown) << "</span> <span class=\"count\">";
    return html.number(value.articles) << "</span></a></li>";
}

bool is_first(const Facet& facet) {
    return std::find(kFirstFacets.begin(), kFirstFacets.end(), facet.name) != kFirstFacets.end();
}

Html facet_list(const Facet& facet, const Searcher& index, const PageAddress& address,
                const PageWords& words) {
    Html html("<details class=\"facet\"");
    if (is_first(facet)) html << " open";
    html << "><summary>";
    html.text(facet_title(words, facet.name)) << "</summary><ul>";
    for (const FacetValue& value : facet.values) {
        const bool entity = is_entity_type(facet.name);
        const std::string name =
            entity ? name_in(words.names, index, value.value, value.name) : value.name;
        html << facet_value(value, name, address);
    }
    return html << "</ul></details>\n";
}

Html facets(const Facets& found, const Searcher& index, const PageAddress& address,
            const PageWords& words) {
    Html html("<aside class=\"side\"");
    html << attribute("aria-label", words.filters) << "><details class=\"filters\"><summary>"
         << Html().text(words.filters) << "</summary>";
    for (const bool first : {true, false}) {
        for (const Facet& facet : found.facets) {
            if (is_first(facet) == first) html << facet_list(facet, index, address, words);
        }
    }
    return html << "</details></aside>\n";
}

}  // namespace

SearchRequest request_of(const PageAddress& address, const HttpRequest& http) {
    ParameterValues values(Wording::names);
    values.set("query", address.query());
    values.set("limit", std::to_string(wanted_hits(address)));
    values.set("per-article", std::to_string(kPassagesOfArticle));
    if (const std::string expand = address.value("expand"); !expand.empty()) {
        values.set("expand", expand);
    }
    SearchRequest request = decode_request(values).search;
    request.collapse = address.value("versions") != "all";
    request.explain = true;
    request.deadline = http.deadline;
    request.cancelled = http.cancelled;
    return request;
}

Html home_page(const Searcher& index, const PageAddress& address, const PageWords& words) {
    Html html("<div class=\"page home\"><h1>");
    html.text(words.tagline) << "</h1><p class=\"about\">";
    html.text(filled(words.about, std::to_string(index.article_count())))
        << "</p><p class=\"hint\">";
    html.text(words.examples) << "</p><ul class=\"examples\">";
    for (const char* example : kExamples) {
        html << "<li>" << page_link(address.with("q", example), example) << "</li>";
    }
    return html << "</ul></div>";
}

Html search_page(const Searcher& index, const SavedFile& saved, const PageAddress& address,
                 const PageWords& words, const HttpRequest& http) {
    SearchRequest request = request_of(address, http);
    request.tags = saved.read()->tags;
    const SearchResult found = index.search(request);
    const Facets counted = index.facets(request, kFacetValues);
    Html html("<div class=\"page search\">");
    html << facets(counted, index, address, words) << "<div class=\"column\"><h1 class=\"unseen\">"
         << Html().text(words.results) << "</h1><div class=\"understood\">"
         << chips(found, index, address, words) << "</div>" << views(address, words);
    if (address.value("view").empty()) {
        html << answer(found, articles_of(found, counted), address, words);
    } else {
        html << "<div class=\"answer\"><noscript>" << remark(words.needs_scripts)
             << "</noscript></div>";
    }
    return html << "</div></div>";
}

}  // namespace sinodex
