// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/api/hit.h"
#include "searcher/service/page/html.h"
#include "searcher/service/page/page_address.h"
#include "searcher/service/page/page_words.h"

namespace sinodex {

// A whole page: head, field for the question, a choice of the indexes where there are several, and
// what is in it.
HttpResponse page_response(const PageAddress& address, const PageWords& words,
                           const std::vector<std::string>& indexes, std::string_view title,
                           const Html& content);

// The line of an article's source, day and author.
Html article_facts(const PageWords& words, const ArticleInfo& article);

// The attribute lang for an article's language; nothing where that is none, or no name of one.
Html language_of(const ArticleInfo& article);

// A link with no more than text in it, to another address of the page.
Html page_link(const PageAddress& address, std::string_view text);

// Where a hit stands: the page of its article, at its passage.
PageAddress place_of(const PageAddress& address, const std::string& hit_id);

// A text with what matched marked by rule. `begin` is where the text begins in its article.
Html marked_text(const std::string& text, std::uint32_t begin,
                 const std::vector<SearchHighlight>& highlights);

}  // namespace sinodex
