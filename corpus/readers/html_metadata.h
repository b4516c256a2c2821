// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "corpus/article.h"
#include "corpus/readers/html_page.h"

namespace sinodex {

// Gives `article` the title, url, source, author, date and lang that a page states or shows:
//   title   og:title, JSON-LD headline, <title>, first <h1>; without the site's name behind it;
//           the headline where JSON-LD says the same
//   date    JSON-LD datePublished, article:published_time, what the page shows, meta dates; the
//           day is the page's own (page_dates.h)
//   author  JSON-LD, meta author, else what the page shows, else its scripts; no placeholders
//           (author_name.h)
//   source  og:site_name, JSON-LD publisher, 来源, else the host of the URL
//   url     canonical link, og:url, JSON-LD, else what it has
//   lang    <html lang>
// Returns the text of the article as far as JSON-LD has it; mostly empty.
std::string read_html_metadata(const HtmlPage& page, Article& article);

}  // namespace sinodex
