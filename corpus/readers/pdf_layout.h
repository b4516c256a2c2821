// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace sinodex {

// A line of a page as it is set. Points from the page's top left corner.
struct PdfLine {
    std::string text;  // not empty, white space folded
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
    double font_size = 0;

    double height() const { return bottom - top; }
};

struct PdfPage {
    std::vector<PdfLine> lines;  // in the order of reading
    double height = 0;
};

// The text of a document: its pages' lines as paragraphs joined by "\n\n", without running headers,
// footers and page numbers, and words that were divided at the end of a line in one piece. Where
// new pages have begun since the paragraph before, a "\f" for each stands between the two newlines.
std::string text_of_pages(std::vector<PdfPage> pages);

// The lines of the first page that are set largest, when they are clearly larger than the text;
// else empty.
std::string largest_lines(const std::vector<PdfPage>& pages);

}  // namespace sinodex
