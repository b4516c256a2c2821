// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "corpus/readers/html_layout.h"
#include "corpus/readers/html_page.h"

namespace sinodex {

// Tells what HTML's elements, and the names that pages give to theirs, mean for the main text.

// The gap that the beginning and the end of an element make; HtmlGap::none within a line.
HtmlGap gap_around(std::string_view element);

// The level of a heading, 1 to 6; 0 for other elements.
int heading_level(std::string_view element);

// Whether an element holds no text at all: scripts, pictures, controls.
bool is_never_text(std::string_view element);
// Whether an element is not shown.
bool is_hidden(const HtmlNode& element);

// How sure a page says of an element that it holds the article.
enum class Claim { none, name, article, body };
//   name      by a class or id such as entry-content
//   article   <article>, <main>, role=main
//   body      itemprop=articleBody
Claim claim_of(const HtmlNode& element);

// How sure a page says of an element that it is beside the article.
enum class Beside { no, perhaps, comments, yes };
//   perhaps   by words that also stand on parts of articles, such as meta or widget
//   yes       navigation, footers, advertisements, what is shared, related, recommended
Beside beside_of(const HtmlNode& element);

}  // namespace sinodex
