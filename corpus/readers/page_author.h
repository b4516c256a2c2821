// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "corpus/readers/html_page.h"
#include "corpus/readers/site_name.h"

namespace sinodex {

// The author that a page shows: rel=author, itemprop=author, an element that is called byline or
// author, or "By …", 记者 … right below the headline. Authors of comments do not count. Empty when
// it shows none.
std::string shown_author(const HtmlPage& page, std::size_t headline, const PageSite& site);

// The medium behind 来源 in the lines right below the headline; empty when there is none.
std::string shown_source(const HtmlPage& page, std::size_t headline);

}  // namespace sinodex
