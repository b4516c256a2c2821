// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstdint>
#include <utility>

#include "corpus/passages/boilerplate.h"
#include "corpus/readers/fields.h"
#include "corpus/readers/formats.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr std::size_t kMaxTitleBytes = 300;
constexpr std::ptrdiff_t kMaxTitleWords = 40;

ByteRange range_of(std::string_view part, std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(part.data() - text.data());
    return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

// Reads the lines of fields at `at`, and the blank ones between. Returns where the next other line
// begins, or the size of the text.
std::size_t read_fields(Article& article, std::size_t at) {
    const std::string_view text = article.text;
    while (at < text.size()) {
        const Line line = line_at(text, at);
        const std::string_view content = trimmed(line.in(text));
        const LabelledLine field = split_field(content, ':');
        const bool first_title = article.title.empty();
        if (!content.empty() && !set_field(article, field)) break;
        if (first_title && !article.title.empty()) {
            article.title_range = range_of(field.value, text);
            article.debris.push_back(
                {static_cast<std::uint32_t>(line.begin), article.title_range.begin});
        } else if (!content.empty()) {
            article.debris.push_back(range_of(content, text));
        }
        at = line.next;
    }
    return at;
}

bool could_be_title(std::string_view line) {
    const std::string words = one_line(line);
    return !words.empty() && words.size() <= kMaxTitleBytes &&
           std::count(words.begin(), words.end(), ' ') < kMaxTitleWords;
}

// Whether nothing, a blank line or a field comes at `at`.
bool ends_paragraph(const Article& article, std::size_t at) {
    const std::string_view next = line_at(article.text, at).in(article.text);
    Article unused;
    return blank(next) || set_field(unused, split_field(trimmed(next), ':'));
}

// Whether `line` says much the same as `title`: most of its runs of four bytes are there, too.
bool repeats(std::string_view line, std::string_view title) {
    constexpr std::size_t kRun = 4;
    constexpr std::size_t kShort = 16;
    if (title.size() < kShort || line.size() > 2 * kMaxTitleBytes) return false;
    const std::size_t runs = title.size() - kRun + 1;
    std::size_t common = 0;
    for (std::size_t i = 0; i < runs; ++i) {
        if (line.find(title.substr(i, kRun)) != std::string_view::npos) ++common;
    }
    return common * 10 >= runs * 6;
}

// Pages that were crawled as text often have the page's title first, then the headline.
bool repeated_below(std::string_view text, std::size_t at, std::string_view title) {
    constexpr int kLines = 4;
    for (int i = 0; i < kLines && at < text.size(); ++i) {
        const Line line = line_at(text, at);
        if (repeats(line.in(text), title)) return true;
        at = line.next;
    }
    return false;
}

// The first line from `at` on that is neither blank nor what pages put around articles (a cookie
// note, a share bar); the last one where all are.
Line first_content_line(std::string_view text, std::size_t at) {
    Line line = line_at(text, at);
    while (line.next < text.size()) {
        const std::string_view content = trimmed(line.in(text));
        if (!content.empty() && !Boilerplate::built_in().matches(content)) break;
        line = line_at(text, line.next);
    }
    return line;
}

}  // namespace

void read_text(Article& article, std::string text) {
    article.text = std::move(text);
    const std::size_t at = read_fields(article, 0);
    if (!article.title.empty() || at == article.text.size()) return;
    const Line line = first_content_line(article.text, at);
    const std::string_view content = trimmed(line.in(article.text));
    if (!could_be_title(content)) return;
    if (!ends_paragraph(article, line.next) && !repeated_below(article.text, line.next, content)) {
        return;
    }
    article.title = one_line(content);
    article.title_range = range_of(content, article.text);
    read_fields(article, line.next);
}

}  // namespace sinodex
