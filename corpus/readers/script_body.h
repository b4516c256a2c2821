// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "corpus/readers/html_page.h"

namespace sinodex {

// The text of the article that a page's scripts hold as data, {"content": "<p>..."}, for a browser
// to build the page from; empty where they hold none. Of several the longest.
std::string body_in_scripts(const HtmlPage& page);

}  // namespace sinodex
