// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace sinodex {

// Whether `line` says much the same as `title`, as pages that were crawled as text often do above
// and below the article, with signs garbled or a site's name behind it: three in five of the
// title's runs of four bytes are in the line, too. Titles under 16 bytes are not compared.
bool resembles_title(std::string_view line, std::string_view title);

// Whether `line` is the title again, and says nothing else: it is the same, or it resembles the
// title, is hardly longer than that, and does not end as a sentence where the title does not.
bool repeats_title(std::string_view line, std::string_view title);

}  // namespace sinodex
