#pragma once

#include <string_view>
#include <unordered_set>

#include "corpus/readers/html_dom.h"
#include "corpus/readers/html_layout.h"

namespace sinodex {

// What HTML's elements mean for the main text: the tables and rules of thumb.

// The gap that the beginning and the end of an element make.
HtmlGap gap_around(std::string_view element);

// Whether running text may have its home in the element: div, section, td, and so on.
bool is_container(std::string_view element);

// <main>, role=main, or itemprop=articleBody.
bool is_main(const xmlNode& element);

// The elements with a heading <h1> or a main element somewhere in them: wrappers of an article,
// whatever their class says.
std::unordered_set<const xmlNode*> wrappers(const xmlNode& root);

// Whether an element holds no text at all: scripts, pictures, controls.
bool is_never_text(std::string_view element);

// Whether an element is hidden, or is by its name or class no part of an article. `wrapper` says
// that it is among the wrappers.
bool is_beside_article(const xmlNode& element, bool wrapper);

}  // namespace sinodex
