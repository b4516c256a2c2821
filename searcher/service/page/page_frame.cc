// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/page/page_frame.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace sinodex {
namespace {

// Scripts, styles and data come from here only, and nothing that stands in a page is a script.
constexpr const char* kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

// Every page of results needs these; the others are loaded when they are needed.
constexpr std::array<std::string_view, 15> kScripts{
    "dom.js",    "state.js",   "words.js",   "api.js",   "ask.js",
    "text.js",   "marks.js",   "suggest.js", "chips.js", "results.js",
    "facets.js", "notices.js", "search.js",  "keys.js",  "names.js"};

Html head(const PageWords& words, std::string_view title) {
    Html html("<!doctype html>\n<html");
    html << attribute("lang", words.language)
         << ">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n<title>";
    html.text(title) << "</title>\n"
                        "<link rel=\"icon\" href=\"/assets/icon.svg\" type=\"image/svg+xml\">\n"
                        "<link rel=\"stylesheet\" href=\"/assets/page.css\">\n";
    for (const std::string_view script : kScripts) {
        html << "<link rel=\"modulepreload\" href=\"/assets/";
        html.text(script) << "\">\n";
    }
    return html << "<script type=\"module\" src=\"/assets/main.js\"></script>\n</head>\n";
}

// The form keeps these of an address when another question is asked.
Html kept_values(const PageAddress& address) {
    Html html;
    const auto keep = [&html](std::string_view name, std::string_view value) {
        html << "<input type=\"hidden\"" << attribute("name", name) << attribute("value", value)
             << ">";
    };
    for (const char* name : {"ui", "expand", "versions"}) {
        if (const std::string value = address.value(name); !value.empty()) keep(name, value);
    }
    for (const std::string& filter : address.filters) keep("f", filter);
    return html;
}

// Lets a reader choose the index that is asked; nothing where there is one only.
Html index_choice(const PageAddress& address, const PageWords& words,
                  const std::vector<std::string>& indexes) {
    if (indexes.size() < 2) return {};
    Html html("<select name=\"index\"");
    html << attribute("aria-label", words.index) << ">";
    for (const std::string& name : indexes) {
        html << "<option";
        if (name == address.value("index")) html << " selected";
        html << ">" << Html().text(name) << "</option>";
    }
    return html << "</select>";
}

Html question_form(const PageAddress& address, const PageWords& words,
                   const std::vector<std::string>& indexes) {
    Html html(
        "<form class=\"ask\" role=\"search\" action=\"/\" method=\"get\">\n"
        "<label class=\"unseen\" for=\"q\">");
    html.text(words.ask) << "</label>\n<div class=\"box\"><input id=\"q\" name=\"q\" type=\"text\""
                         << attribute("value", address.value("q"))
                         << " autocomplete=\"off\" spellcheck=\"false\" maxlength=\"900\""
                         << attribute("placeholder", words.placeholder) << "></div>"
                         << kept_values(address) << index_choice(address, words, indexes)
                         << "\n<button>";
    return html.text(words.search) << "</button>\n</form>\n";
}

Html tools(const PageAddress& address, const PageWords& words) {
    Html html("<nav class=\"tools\"");
    html << attribute("aria-label", words.tools) << ">";
    html << page_link(address.with("ui", words.other_code), words.other_language);
    return html << "</nav>\n";
}

PageAddress home_of(const PageAddress& address) {
    PageAddress home;
    return home.with("ui", address.value("ui")).with("index", address.value("index"));
}

Html body(const PageAddress& address, const PageWords& words,
          const std::vector<std::string>& indexes, const Html& content) {
    Html html("<body>\n<a class=\"skip\" href=\"#main\">");
    html.text(words.skip) << "</a>\n<header class=\"top\">\n"
                          << link_to(home_of(address).href(), "Sinodex", " class=\"brand\"") << "\n"
                          << question_form(address, words, indexes) << tools(address, words)
                          << "</header>\n<main id=\"main\" tabindex=\"-1\">\n"
                          << content << "\n</main>\n</body>\n</html>\n";
    return html;
}

// The class that gives a mark its look.
Html rule_class(MatchRule why) {
    Html html(" class=\"mark-");
    return html.text(info(why).name) << "\"";
}

}  // namespace

HttpResponse page_response(const PageAddress& address, const PageWords& words,
                           const std::vector<std::string>& indexes, std::string_view title,
                           const Html& content) {
    HttpResponse response;
    response.content_type = "text/html; charset=utf-8";
    response.fields.emplace_back("Content-Security-Policy", kPolicy);
    response.fields.emplace_back("Vary", "Accept-Language");
    response.body = (head(words, title) << body(address, words, indexes, content)).bytes();
    return response;
}

Html article_facts(const PageWords& words, const ArticleInfo& article) {
    const std::string date = date_in_words(words, article.date);
    Html html("<p class=\"meta\">");
    if (!article.source.empty()) html.text(article.source).text(" · ");
    html.text(date.empty() ? words.undated : date);
    if (!article.author.empty()) html.text(" · ").text(article.author);
    return html << "</p>\n";
}

Html language_of(const ArticleInfo& article) {
    const auto is_of_name = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-';
    };
    const std::string& lang = article.lang;
    const bool name = lang.size() >= 2 && std::all_of(lang.begin(), lang.end(), is_of_name);
    return name ? attribute("lang", lang) : Html();
}

Html page_link(const PageAddress& address, std::string_view text) {
    return link_to(address.href(), text);
}

PageAddress place_of(const PageAddress& address, const std::string& hit_id) {
    const auto [article, passage] = article_and_passage(hit_id);
    return address.at("/article").with("id", article).with("p", passage);
}

Html marked_text(const std::string& text, std::uint32_t begin,
                 const std::vector<SearchHighlight>& highlights) {
    Html html;
    std::size_t at = 0;
    const std::string_view whole = text;
    for (const SearchHighlight& mark : highlights) {
        html.text(whole.substr(at, mark.begin - begin - at))
            << "<mark" << rule_class(mark.why) << ">";
        html.text(whole.substr(mark.begin - begin, mark.end - mark.begin)) << "</mark>";
        at = mark.end - begin;
    }
    return html.text(whole.substr(at));
}

}  // namespace sinodex
