// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/html_layout.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr std::array<std::string_view, 5> kGaps = {"", " ", "\t", "\n", "\n\n"};
constexpr std::size_t kIdeographicSpaceBytes = 3;  // its bytes

}  // namespace

void HtmlLayout::separate(HtmlGap gap) { gap_ = std::max(gap_, gap); }

void HtmlLayout::break_line() { gap_ = gap_ >= HtmlGap::line ? HtmlGap::paragraph : HtmlGap::line; }

void HtmlLayout::add(std::string_view words, bool preformatted) {
    began_ = false;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t space = space_at(words, at);
        if (space == 0) {
            fill_gap();
            const std::size_t begin = at;
            while (at < words.size() && space_at(words, at) == 0) ++at;
            text_ += words.substr(begin, at - begin);
            continue;
        }
        // Chinese paragraphs are indented with ideographic spaces; between words they are content.
        const bool indented = gap_ >= HtmlGap::tab || text_.empty();
        if (space == kIdeographicSpaceBytes && !indented) {
            fill_gap();
            text_ += words.substr(at, space);
        } else {
            separate(preformatted && words[at] == '\n' ? HtmlGap::line : HtmlGap::space);
        }
        at += space;
    }
}

void HtmlLayout::fill_gap() {
    if (!text_.empty()) text_ += kGaps.at(static_cast<std::size_t>(gap_));
    gap_ = HtmlGap::none;
    if (!began_) begin_ = text_.size();
    began_ = true;
}

}  // namespace sinodex
