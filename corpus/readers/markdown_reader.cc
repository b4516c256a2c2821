// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstdint>
#include <utility>

#include "corpus/readers/fields.h"
#include "corpus/readers/formats.h"
#include "corpus/readers/markdown_marks.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

// 'it''s' and "a \"b\"" as they are meant.
std::string without_quotes(std::string_view value) {
    const bool quoted = value.size() >= 2 && value.front() == value.back() &&
                        (value.front() == '"' || value.front() == '\'');
    if (!quoted) return std::string(value);
    const char escape = value.front() == '"' ? '\\' : '\'';
    value = value.substr(1, value.size() - 2);
    std::string plain;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == escape && i + 1 < value.size()) ++i;
        plain += value[i];
    }
    return plain;
}

// Whether `line` is a field at the left margin: lists and continued values are not.
bool is_top_field(std::string_view line, char separator) {
    return !line.empty() && space_at(line, 0) == 0 && !split_field(line, separator).key.empty();
}

// Where the line that closes front matter ends; 0 when it is never closed.
std::size_t end_of_front_matter(std::string_view text, std::string_view fence) {
    for (std::size_t at = line_at(text, 0).next; at < text.size();) {
        const Line line = line_at(text, at);
        const std::string_view content = trimmed(line.in(text));
        if (content == fence || (content == "..." && fence == "---")) return line.end;
        at = line.next;
    }
    return 0;
}

// Reads YAML's `key: value` between --- or TOML's `key = value` between +++, on top of the text.
// Returns where the text goes on.
std::size_t read_front_matter(Article& article) {
    const std::string_view text = article.text;
    const Line first = line_at(text, 0);
    const std::string_view fence = trimmed(first.in(text));
    if (fence != "---" && fence != "+++") return 0;
    const char separator = fence == "---" ? ':' : '=';
    const std::size_t end = end_of_front_matter(text, fence);
    // A line of dashes may also be a rule, and a later one another.
    if (end == 0 || !is_top_field(line_at(text, first.next).in(text), separator)) return 0;
    for (std::size_t at = first.next; at < end; at = line_at(text, at).next) {
        const std::string_view line = line_at(text, at).in(text);
        if (!is_top_field(line, separator)) continue;
        const LabelledLine field = split_field(line, separator);
        const std::string value = without_quotes(field.value);
        set_field(article, {field.key, value});
    }
    article.debris.push_back({0, static_cast<std::uint32_t>(end)});
    return end;
}

// The words of `range` without the debris in it.
std::string words_of(const Article& article, ByteRange range) {
    std::string words;
    std::uint32_t at = range.begin;
    for (const ByteRange mark : article.debris) {
        if (mark.end <= at || mark.begin >= range.end) continue;
        words += article.text.substr(at, mark.begin - at);
        at = mark.end;
    }
    if (at < range.end) words += article.text.substr(at, range.end - at);
    return one_line(words);
}

}  // namespace

void read_markdown(Article& article, std::string text) {
    article.text = std::move(text);
    const std::size_t body = read_front_matter(article);
    const MarkdownMarks marks = find_markdown_marks(article.text, body);
    article.debris.insert(article.debris.end(), marks.ranges.begin(), marks.ranges.end());
    const std::string heading = words_of(article, marks.title);
    if (article.title.empty()) article.title = heading;
    if (!heading.empty() && equal_ignoring_case(heading, article.title)) {
        article.title_range = marks.title;
    }
}

}  // namespace sinodex
