// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/page/pages.h"

#include "corpus/error.h"
#include "searcher/service/page/page_frame.h"
#include "searcher/service/page/plain_article.h"
#include "searcher/service/page/plain_search.h"

namespace sinodex {
namespace {

std::string title_of(const PageAddress& address) {
    return address.asks() ? address.query() + " · Sinodex" : "Sinodex";
}

Html notice(const PageWords& words, std::string_view text, std::string_view hint) {
    Html html("<div class=\"page\"><section class=\"notice error\"><h1>");
    html.text(words.wrong) << "</h1><p class=\"detail\">";
    html.text(text) << "</p><p class=\"detail\">";
    return html.text(hint) << "</p></section></div>";
}

Html for_scripts(const PageWords& words) {
    return Html("<noscript><p>") << Html().text(words.needs_scripts) << "</p></noscript>";
}

struct PageRequest {
    const Indexes& indexes;
    const HttpRequest& http;
    PageAddress address;
    const PageWords& words;

    HttpResponse with(std::string_view title, const Html& content) const {
        return page_response(address, words, indexes.names(), title, content);
    }
};

HttpResponse search(const PageRequest& asked) {
    const Searcher& index = asked.indexes.find(asked.address.value("index"));
    if (asked.address.value("view") == "verify")
        return asked.with("Sinodex", for_scripts(asked.words));
    if (!asked.address.asks()) {
        return asked.with("Sinodex", home_page(index, asked.address, asked.words));
    }
    const SavedFile& saved = asked.indexes.saved(asked.address.value("index"));
    return asked.with(title_of(asked.address),
                      search_page(index, saved, asked.address, asked.words, asked.http));
}

HttpResponse article(const PageRequest& asked) {
    const Searcher& index = asked.indexes.find(asked.address.value("index"));
    const ArticlePage page = article_page(index, asked.address, asked.words, asked.http);
    return asked.with(page.title + " · Sinodex", page.content);
}

HttpResponse scripted(const PageRequest& asked) {
    return asked.with("Sinodex", for_scripts(asked.words));
}

unsigned status_of(const Error& error) {
    switch (error.kind()) {
        case ErrorKind::query:
            return 404;
        case ErrorKind::usage:
            return 400;
        default:
            return 503;
    }
}

using MakePage = HttpResponse (*)(const PageRequest&);

// A page says what is wrong in a page.
HttpResponse made(MakePage make, const Indexes& indexes, const HttpRequest& http) {
    PageAddress address;
    address.path = http.path;
    try {
        address = page_address(http);
        return make({indexes, http, address, page_words(address, http)});
    } catch (const Error& error) {
        const PageWords& words = page_words(address, http);
        HttpResponse response = page_response(address, words, indexes.names(), "Sinodex",
                                              notice(words, error.what(), error.hint()));
        response.status = status_of(error);
        return response;
    }
}

}  // namespace

void add_pages(Routes& routes, const Indexes& indexes) {
    const auto add = [&](const char* path, MakePage make) {
        routes.add({.pattern = path, .handler = [make, &indexes](const HttpRequest& http) {
                        return made(make, indexes, http);
                    }});
    };
    add("/", search);
    add("/article", article);
    add("/compare", scripted);
    add("/saved", scripted);
}

}  // namespace sinodex
