#pragma once

#include <string>

#include "corpus/readers/html_dom.h"

namespace sinodex {

// The main text of a page, laid out as read_article.h says. It is
//   the <article> with the most text, unless that is a small part of the page (a list of teasers);
//   else the longest of <main>, role=main and itemprop=articleBody;
//   else the block with the most running text, not counting links, if it has a third of all text;
//   else all text of the page.
// Left out wherever they stand: scripts, forms, navigation, headers, footers, asides, what is
// hidden, and what its class or id calls a share bar, a cookie banner, an advertisement and so on.
std::string main_text(const xmlNode& root);

}  // namespace sinodex
