// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {

// The headline of a page that was crawled as text.
struct TextHeadline {
    ByteRange range;       // within the text
    std::size_t next = 0;  // where the line behind it begins
    // The page has these above it: menus, the path through the site, the page's title. Sorted.
    std::vector<ByteRange> masthead;
};

// Pages that were crawled as text often have the page's title first, then the headline: as two
// lines or in one, with the site's name behind the first, cut short, or with signs garbled. Finds
// such a headline among the first lines from `at` on, the whole one of the two and without the
// site's name. Nothing where no line is said twice.
std::optional<TextHeadline> repeated_headline(std::string_view text, std::size_t at);

// The first line from `at` on that is neither blank nor what pages put around articles (a cookie
// note, a share bar, the path through the site); the last one where all are. Adds to `paths` where
// such paths stand.
Line first_content_line(std::string_view text, std::size_t at, std::vector<ByteRange>& paths);

// Whether a line that no blank one follows is a title all the same: short, no sentence, broken off
// where another word had had room, and right above running text, a dateline or a byline.
bool stands_above_text(std::string_view text, const Line& line);

// Whether a line is short enough for a title.
bool could_be_title(std::string_view line);

}  // namespace sinodex
