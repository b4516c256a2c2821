// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/passages/content.h"

#include <algorithm>
#include <iterator>

#include "corpus/passages/paragraphs.h"
#include "corpus/passages/repeated_title.h"

namespace sinodex {
namespace {

// `range` without white space and debris at its ends.
ByteRange without_debris(const Article& article, ByteRange range) {
    const std::vector<ByteRange>& debris = article.debris;
    ByteRange before;
    do {
        before = range = trimmed(article.text, range);
        const auto first =
            std::upper_bound(debris.begin(), debris.end(), range.begin,
                             [](std::uint32_t at, ByteRange other) { return at < other.end; });
        if (first != debris.end() && first->begin <= range.begin) {
            range.begin = std::min(first->end, range.end);
        }
        const auto behind =
            std::lower_bound(debris.begin(), debris.end(), range.end,
                             [](ByteRange other, std::uint32_t at) { return other.begin < at; });
        if (behind != debris.begin() && std::prev(behind)->end >= range.end) {
            range.end = std::max(std::prev(behind)->begin, range.begin);
        }
    } while (!range.empty() && range != before);
    return range;
}

// The first line of `range` where that is the title again; a headline looks like a line that goes
// on in the next one.
ByteRange title_again(const Article& article, ByteRange range) {
    const std::string_view words = slice(article.text, range);
    const std::string_view line = words.substr(0, words.find('\n'));
    if (line.size() == words.size() || !repeats_title(line, article.title)) return {};
    return trimmed(article.text,
                   {range.begin, range.begin + static_cast<std::uint32_t>(line.size())});
}

}  // namespace

std::vector<ByteRange> content_paragraphs(const Article& article) {
    std::vector<ByteRange> found;
    const auto add = [&](ByteRange range) {
        range = without_debris(article, range);
        const ByteRange headline = title_again(article, range);
        if (!headline.empty()) {
            found.push_back(headline);
            range = without_debris(article, {headline.end, range.end});
        }
        if (!range.empty()) found.push_back(range);
    };
    const ByteRange title = article.title_range;
    for (const ByteRange paragraph : paragraphs(article.text)) {
        if (title.empty() || title.end <= paragraph.begin || paragraph.end <= title.begin) {
            add(paragraph);
        } else {
            if (paragraph.begin < title.begin) add({paragraph.begin, title.begin});
            if (title.end < paragraph.end) add({title.end, paragraph.end});
        }
    }
    return found;
}

}  // namespace sinodex
