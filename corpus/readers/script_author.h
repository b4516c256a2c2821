// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "corpus/readers/html_page.h"
#include "corpus/readers/site_name.h"

namespace sinodex {

// The author that only a page's scripts tell: in the object of a state (window.__DATA__,
// __NEXT_DATA__) that has `title`, too, or in what is told to those who count visits (dataLayer,
// digitalData). Full names only. Empty where there is none, or where it may be the author of
// something else.
std::string author_in_scripts(const HtmlPage& page, std::string_view title, const PageSite& site);

}  // namespace sinodex
