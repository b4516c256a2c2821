// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "corpus/readers/html_page.h"

namespace sinodex {

// The date that a page shows for its article, as YYYY-MM-DD; empty when it shows none: what is
// marked as the date of publication, else an element that is called date or time, or a line, right
// below the headline, in the article, or elsewhere. Dates of comments do not count; those that
// stand beside the article, and lines far from the headline, only when they agree. Without any,
// what a script states as published. `headline` is the number of its node; 0 when it is not known.
std::string shown_date(const HtmlPage& page, std::size_t headline);

// The day that a moment of the metadata, such as 2023-11-09T03:28:35Z, was at the place of the
// page: where it is given in UTC, the day that the page shows or that stands in its URL, if that is
// the next or the last; for Chinese pages, Beijing's.
std::string day_of_moment(std::string_view moment, std::string_view shown, std::string_view url,
                          std::string_view lang);

// The first whole date in a short text, as YYYY-MM-DD; empty when there is none.
std::string date_in(std::string_view text);

}  // namespace sinodex
