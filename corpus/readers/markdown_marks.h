// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/article.h"

namespace sinodex {

// Says what in a Markdown text is markup.
struct MarkdownMarks {
    // Sorted and disjoint: comments, heading marks, lines of code fences, rules, |---| rows,
    // the brackets and targets of links and images, link definitions, and tags of HTML. Emphasis,
    // bullets and quotation marks are not among them: they hold no words that could be found by
    // mistake.
    std::vector<ByteRange> ranges;
    // The words of the heading that can serve as title: the first of level 1, or of any level when
    // nothing comes before it. Empty when there is none.
    ByteRange title;
};

// Looks at `text` from `begin`, a beginning of a line, on. In linear time, whatever the text.
MarkdownMarks find_markdown_marks(std::string_view text, std::size_t begin);

}  // namespace sinodex
