// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdint>
#include <optional>
#include <utility>

#include "corpus/passages/boilerplate.h"
#include "corpus/readers/fields.h"
#include "corpus/readers/formats.h"
#include "corpus/readers/text_title.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

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

// Whether nothing, a blank line, a field or what pages put around articles comes at `at`.
bool ends_paragraph(const Article& article, std::size_t at) {
    const std::string_view next = line_at(article.text, at).in(article.text);
    Article unused;
    return blank(next) || set_field(unused, split_field(trimmed(next), ':')) ||
           Boilerplate::built_in().matches(trimmed(next));
}

// The title is the headline that is said twice, or else a first line that stands alone.
std::optional<TextHeadline> headline_of(const Article& article, std::size_t at) {
    std::optional<TextHeadline> headline = repeated_headline(article.text, at);
    if (headline) return headline;
    TextHeadline found;
    const Line line = first_content_line(article.text, at, found.masthead);
    const std::string_view content = trimmed(line.in(article.text));
    if (!could_be_title(content) || !ends_paragraph(article, line.next)) return std::nullopt;
    found.range = range_of(content, article.text);
    found.next = line.next;
    return found;
}

}  // namespace

void read_text(Article& article, std::string text) {
    article.text = std::move(text);
    const std::size_t at = read_fields(article, 0);
    if (!article.title.empty() || at == article.text.size()) return;
    const std::optional<TextHeadline> headline = headline_of(article, at);
    if (!headline) return;
    article.title = one_line(slice(article.text, headline->range));
    article.title_range = headline->range;
    article.debris.insert(article.debris.end(), headline->masthead.begin(),
                          headline->masthead.end());
    read_fields(article, headline->next);
}

}  // namespace sinodex
