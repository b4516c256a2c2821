// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "corpus/passages/boilerplate.h"
#include "corpus/readers/author_name.h"
#include "corpus/readers/fields.h"
#include "corpus/readers/formats.h"
#include "corpus/readers/page_dates.h"
#include "corpus/readers/page_title.h"
#include "corpus/readers/text_byline.h"
#include "corpus/readers/text_dateline.h"
#include "corpus/readers/text_title.h"
#include "corpus/readers/whitespace.h"
#include "corpus/text/ascii.h"

namespace sinodex {
namespace {

ByteRange range_of(std::string_view part, std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(part.data() - text.data());
    return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

bool is_date(std::string_view line) {
    const TextDateline dateline = dateline_of(line);
    return dateline.date_only && dateline.end == line.size();
}

bool says_day(std::string_view line) { return is_date(line) || says_when(line); }

// The byline behind the title in a line of both.
std::string_view behind_title(std::string_view line, std::string_view title) {
    const std::string_view rest = line.substr(title.size());
    return trimmed(rest.substr(std::min(rest.find_first_not_of("-|–— "), rest.size())));
}

// A title in a text without the site's name behind it.
ByteRange range_without_site(std::string_view text, ByteRange range) {
    const std::string_view title = slice(text, range);
    const std::string kept = title_without_tail(title);
    if (!title.starts_with(kept)) return range;
    return {range.begin, range.begin + static_cast<std::uint32_t>(kept.size())};
}

// Reads the lines at `at` that say what the article is, fields and, where they are asked for, a
// byline or a date, and the blank ones between. Returns where the next other line begins, or the
// size of the text.
std::size_t read_fields(Article& article, std::size_t at, bool bylines) {
    const std::string_view text = article.text;
    while (at < text.size()) {
        const Line line = line_at(text, at);
        const std::string_view content = trimmed(line.in(text));
        const LabelledLine field = split_field(content, ':');
        const bool first_title = article.title.empty();
        const bool byline = bylines && (read_byline(content, article) || says_day(content));
        const bool unnamed = article.author.empty();
        const bool is_field = !content.empty() && set_field(article, field);
        if (is_field && unnamed) article.author = usable_author(article.author, {});
        if (!content.empty() && !is_field && !byline) break;
        if (first_title && !article.title.empty()) {
            article.title_range = range_of(field.value, text);
            article.debris.push_back(
                {static_cast<std::uint32_t>(line.begin), article.title_range.begin});
        } else if (is_field) {
            article.debris.push_back(range_of(content, text));
        }
        at = line.next;
    }
    return at;
}

// What the first line of running text, behind the points of a wire, says of who reported for whom.
void read_lead(Article& article, std::size_t at) {
    Line line = line_at(article.text, at);
    while (line.in(article.text).starts_with("* ")) line = line_at(article.text, line.next);
    const std::string_view lead = line.in(article.text);
    if (article.source.empty()) article.source = dateline_of(lead).agency;
    if (article.author.empty()) article.author = reporter_in_lead(lead);
}

// Whether nothing, a blank line, a field or what pages put around articles comes at `at`.
bool ends_paragraph(const Article& article, std::size_t at) {
    const std::string_view next = line_at(article.text, at).in(article.text);
    Article unused;
    return blank(next) || set_field(unused, split_field(trimmed(next), ':')) ||
           Boilerplate::built_in().matches(trimmed(next));
}

// Whether a line is the beginning of a report, or no more than a dateline.
bool is_dateline(std::string_view line, const TextDateline& dateline) {
    constexpr std::size_t kParagraph = 100;  // bytes
    return dateline.end == line.size() || (dateline.end > 0 && line.size() > kParagraph);
}

bool is_one_word(std::string_view line) {
    const bool chinese = static_cast<unsigned char>(line[0]) >= 0xE3;
    return line.size() <= (chinese ? 9 : 16) && line.find(' ') == line.npos;
}

// Whether a line is a sentence rather than a title: behind a byline any, else one of some length.
bool is_sentence(std::string_view line, bool behind_byline) {
    constexpr std::size_t kLongestSentence = 100;  // bytes
    constexpr std::size_t kLongestChinese = 75;
    const std::size_t longest = line.ends_with("。") ? kLongestChinese : kLongestSentence;
    return (line.ends_with('.') || line.ends_with("。")) &&
           (behind_byline || line.size() > longest);
}

// "By Ana Reyes" above a title is a byline where a day is with it: it might be the title.
bool read_byline_above(Article& article, std::string_view line, std::size_t next) {
    const bool english = is_ascii_letter(line[0]);
    const std::string_view below = trimmed(line_at(article.text, next).in(article.text));
    const bool sure = !english || !date_in(line).empty() || says_day(below);
    return names_nobody(line) || (sure && read_byline(line, article));
}

// The title is a first line that stands alone or above running text, behind menus, bylines and
// days.
std::optional<TextHeadline> plain_headline(Article& article, std::size_t at) {
    const std::string_view text = article.text;
    TextHeadline found;
    Line line = first_content_line(text, at, found.masthead);
    std::string_view content = trimmed(line.in(text));
    constexpr int kMostLines = 60;  // of menus and bylines
    bool facts = false;             // a byline or a day came before
    bool menus = false;
    for (int lines = 0;; line = first_content_line(text, line.next, found.masthead)) {
        content = trimmed(line.in(text));
        const TextDateline dateline = dateline_of(content);
        if (is_dateline(content, dateline) && !dateline.date_only) return std::nullopt;
        const bool fact = says_day(content) || read_byline_above(article, content, line.next);
        const bool menu = is_menu_line(content) || (menus && is_one_word(content));
        if ((!fact && !menu) || line.next == text.size() || ++lines > kMostLines) break;
        menus = menus || menu;
        facts = facts || fact;
    }
    if (!could_be_title(content) || is_sentence(content, facts)) return std::nullopt;
    const std::string_view title = title_before_byline(content);
    const bool alone = ends_paragraph(article, line.next);
    if (title.empty() && !alone && !stands_above_text(text, line)) return std::nullopt;
    if (!title.empty()) read_byline(behind_title(content, title), article);
    found.range = range_of(title.empty() ? content : title, text);
    found.next = line.next;
    return found;
}

}  // namespace

void read_text(Article& article, std::string text) {
    article.text = std::move(text);
    const std::size_t at = read_fields(article, 0, false);
    if (!article.title.empty() || at == article.text.size()) return;
    std::optional<TextHeadline> headline = repeated_headline(article.text, at);
    if (!headline) headline = plain_headline(article, at);
    if (!headline) return read_lead(article, read_fields(article, at, true));
    headline->range = range_without_site(article.text, headline->range);
    article.title = one_line(slice(article.text, headline->range));
    article.title_range = headline->range;
    article.debris.insert(article.debris.end(), headline->masthead.begin(),
                          headline->masthead.end());
    read_lead(article, read_fields(article, headline->next, true));
}

}  // namespace sinodex
