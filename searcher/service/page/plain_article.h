// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/searcher.h"
#include "searcher/service/page/html.h"
#include "searcher/service/page/page_address.h"
#include "searcher/service/page/page_words.h"

namespace sinodex {

// An article as a page: what it says of it, and what is in it.
struct ArticlePage {
    std::string title;
    Html content;
};

// The article that an address names, its passages in their order, with what the question matches
// marked. Throws Error (query) for an id that is not there, and as Searcher does.
ArticlePage article_page(const Searcher& index, const PageAddress& address, const PageWords& words,
                         const HttpRequest& http);

}  // namespace sinodex
