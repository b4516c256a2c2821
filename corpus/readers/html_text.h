// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "corpus/readers/html_page.h"

namespace sinodex {

// The main text of a page, laid out as read_article.h says. `title` is the article's, as far as it
// is known: a headline that says the same is not part of the text.
//
//   1. The page is cut into blocks (html_blocks.h), and each block weighs what it has of prose.
//   2. The root of the article is the element that holds most of the weight: one that says so
//      itself (html_rules.h), else the innermost that still has most of what is around it.
//   3. Around and in the root, what is beside the article goes: by its names, as lists of links, as
//      headings of nothing, as lines before the first and behind the last paragraph.
std::string main_text(const HtmlPage& page, std::string_view title);

// All text of a page, laid out the same way.
std::string whole_text(const HtmlPage& page);

}  // namespace sinodex
