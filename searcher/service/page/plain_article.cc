// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/page/plain_article.h"

#include <algorithm>
#include <map>

#include "corpus/error.h"
#include "searcher/service/page/page_frame.h"

namespace sinodex {
namespace {

constexpr std::size_t kMostPassages = 5000;

// All passages of the article that an address names, or those that match what is typed in it.
SearchRequest passages_request(const PageAddress& address, const std::string& typed,
                               const HttpRequest& http) {
    std::string id = address.value("id");
    id.erase(std::remove(id.begin(), id.end(), '"'), id.end());
    PageAddress within;
    within.filters = {"id:\"" + id + "\""};
    SearchRequest request;
    request.query = within.with("q", typed).query();
    request.limit = kMostPassages;
    request.per_article = 0;
    request.collapse = false;
    request.deadline = http.deadline;
    request.cancelled = http.cancelled;
    return request;
}

using MarksOfPassages = std::map<std::string, std::vector<SearchHighlight>>;

MarksOfPassages marks_of(const Searcher& index, const PageAddress& address,
                         const HttpRequest& http) {
    MarksOfPassages marks;
    const std::string typed = address.value("q");
    if (typed.empty()) return marks;
    for (SearchHit& hit : index.search(passages_request(address, typed, http)).hits) {
        marks[hit.id] = std::move(hit.highlights);
    }
    return marks;
}

std::vector<SearchHit> passages_of(const Searcher& index, const PageAddress& address,
                                   const HttpRequest& http) {
    std::vector<SearchHit> hits = index.search(passages_request(address, "", http)).hits;
    if (hits.empty()) {
        throw Error(ErrorKind::query, address.value("id") + ": no article has this id",
                    "it may have been removed since");
    }
    std::sort(hits.begin(), hits.end(),
              [](const auto& a, const auto& b) { return a.begin < b.begin; });
    return hits;
}

Html place_line(const SearchHit& hit, const PageWords& words) {
    const std::string bytes = std::to_string(hit.begin) + "–" + std::to_string(hit.end);
    Html html("<p class=\"actions\"><span class=\"place\">");
    return html.text(filled(words.passage, std::to_string(hit.passage)))
               .text(", ")
               .text(filled(words.bytes, bytes))
           << "</span></p>";
}

Html passage_block(const SearchHit& hit, const MarksOfPassages& marks, const PageAddress& address,
                   const PageWords& words) {
    const std::string number = std::to_string(hit.passage);
    const bool current = address.value("p") == number;
    const auto found = marks.find(hit.id);
    Html html("<div");
    html << attribute("class", current ? "passage in-view" : "passage")
         << attribute("id", "p" + number);
    if (current) html << " role=\"group\"" << attribute("aria-label", words.in_view);
    html << ">"
         << link_to(address.with("p", number).href() + "#p" + number, number,
                    Html(" class=\"anchor\"")
                        << attribute("aria-label", filled(words.passage, number)))
         << "<p class=\"text\" dir=\"auto\">"
         << marked_text(hit.text, hit.begin,
                        found == marks.end() ? std::vector<SearchHighlight>() : found->second)
         << "</p>";
    if (current) html << place_line(hit, words);
    return html << "</div>\n";
}

Html back_link(const PageAddress& address, const PageWords& words) {
    if (!address.asks()) return {};
    return Html("<nav class=\"way\">")
           << page_link(address.at("/"), "← " + std::string(words.back)) << "</nav>";
}

Html facts(const ArticleInfo& article, const PageWords& words) {
    Html html("<aside class=\"facts\"><dl><dt>");
    html.text(words.file) << "</dt><dd>";
    return html.text(article.id) << "</dd></dl></aside>";
}

}  // namespace

ArticlePage article_page(const Searcher& index, const PageAddress& address, const PageWords& words,
                         const HttpRequest& http) {
    const std::vector<SearchHit> passages = passages_of(index, address, http);
    const MarksOfPassages marks = marks_of(index, address, http);
    const ArticleInfo& article = passages.front().article;
    const std::string title = article.title.empty() ? article.id : article.title;
    Html html("<div class=\"page reading\"><article class=\"column\">");
    html << back_link(address, words) << "<h1 dir=\"auto\">" << Html().text(title) << "</h1>\n"
         << article_facts(words, article) << "<div class=\"story\"";
    html << language_of(article) << ">\n";
    for (const SearchHit& hit : passages) html << passage_block(hit, marks, address, words);
    return {title, html << "</div></article>" << facts(article, words) << "</div>"};
}

}  // namespace sinodex
