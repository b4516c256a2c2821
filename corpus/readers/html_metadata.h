#pragma once

#include "corpus/article.h"
#include "corpus/readers/html_dom.h"

namespace sinodex {

// Gives `article` the title, url, source, author, date and lang that a page states:
//   title   og:title, JSON-LD headline, <title>, first <h1>; without the site's name behind it
//   date    JSON-LD datePublished, article:published_time, meta dates, first <time datetime>
//   author  JSON-LD, meta author
//   source  og:site_name, JSON-LD publisher, else the host of the URL
//   url     canonical link, og:url, JSON-LD
//   lang    <html lang>
void read_html_metadata(const xmlNode& root, Article& article);

}  // namespace sinodex
