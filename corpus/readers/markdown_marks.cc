// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/markdown_marks.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <utility>

#include "corpus/readers/whitespace.h"
#include "corpus/text/ascii.h"

namespace sinodex {
namespace {

using std::string_view;

// How far a link's target or code may reach, in bytes: it keeps the search linear.
constexpr std::size_t kMaxAhead = 2000;

bool only_of(string_view line, string_view characters) {
    return !line.empty() && line.find_first_not_of(characters) == string_view::npos;
}

bool is_table_rule(string_view line) {
    return only_of(line, "|-: \t") && line.find('|') != string_view::npos &&
           line.find('-') != string_view::npos;
}

bool is_rule(string_view line) {
    return line.size() >= 3 && (only_of(line, "- ") || only_of(line, "* ") || only_of(line, "_ "));
}

// Whether a word is where a link may lead: an address, a path, a place on the page.
bool is_target(string_view word) {
    const std::size_t stop = word.find('.', 1);
    const bool name = stop != string_view::npos && stop + 1 < word.size();
    return name || word.find('/') != string_view::npos || word.starts_with('#') ||
           word.starts_with('<');
}

// The label of "[label]: https://example.org"; empty where a line is no such definition.
string_view defined_label(string_view line) {
    if (!line.starts_with('[')) return {};
    const std::size_t close = line.find("]:");
    if (close == string_view::npos || line.find_first_of("[]", 1) != close) return {};
    const string_view rest = trimmed(line.substr(close + 2));
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const string_view title = trimmed(rest.substr(end));
    const bool titled = title.empty() || title.front() == '"' || title.front() == '\'' ||
                        title.front() == '(' || rest.find("://") != string_view::npos;
    return titled && is_target(rest.substr(0, end)) ? line.substr(1, close - 1) : string_view{};
}

// The size of the tag of HTML that a text begins with; 0 for others, and for <https://example.org>,
// which is shown.
std::size_t tag_size(string_view text) {
    const std::size_t name = text.starts_with("</") ? 2 : 1;
    if (text.size() <= name || !is_ascii_letter(text[name])) return 0;
    const std::size_t close = text.find('>');
    if (close == string_view::npos) return 0;
    const string_view inside = text.substr(name, close - name);
    constexpr string_view kOfNames =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
    const std::size_t end = std::min(inside.find_first_not_of(kOfNames), inside.size());
    const bool tag =
        end == inside.size() || string_view(" \t/").find(inside[end]) != string_view::npos;
    return tag ? close + 1 : 0;
}

class Scanner {
 public:
    explicit Scanner(string_view text) : text_(text) {}

    MarkdownMarks scan(std::size_t begin);

 private:
    void mark(std::size_t begin, std::size_t end);
    ByteRange range_of(string_view part) const;
    std::size_t comment_from(std::size_t at);
    bool read_fence(Line line);
    void read_line(Line line);
    bool read_heading(Line line);
    bool read_underline(string_view content, Line line);
    void offer_title(string_view words, bool first_level);
    void read_inline(Line line);
    void find_definitions(std::size_t begin);
    std::size_t close_bracket(std::size_t at, Line line);
    std::size_t close_reference(std::size_t open, std::size_t at, Line line);
    std::size_t skip_code(std::size_t at, Line line) const;

    string_view text_;
    MarkdownMarks marks_;
    string_view fence_;                            // what opened the code block that we are in
    string_view paragraph_;                        // the line before, when it may be a heading
    std::size_t first_words_ = string_view::npos;  // where the first line with words begins
    bool comments_ = true;                         // there may be another complete comment
    std::set<std::string> labels_;                 // of link definitions, in lower case
    std::vector<std::size_t> opened_;              // '[' or "![" on this line, not yet closed
};

MarkdownMarks Scanner::scan(std::size_t begin) {
    find_definitions(begin);
    std::size_t comment = comment_from(begin);
    for (std::size_t at = begin; at < text_.size();) {
        Line line = line_at(text_, at);
        if (comment < at) comment = comment_from(at);
        const bool in_comment = fence_.empty() && comment < line.end;
        if (in_comment) line = {at, comment, text_.find("-->", comment) + 3};
        if (!read_fence(line)) read_line(line);
        if (in_comment) mark(comment, line.next);
        at = line.next;
    }
    std::sort(marks_.ranges.begin(), marks_.ranges.end(),
              [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
    return std::move(marks_);
}

void Scanner::mark(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    marks_.ranges.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
}

ByteRange Scanner::range_of(string_view part) const {
    const auto begin = static_cast<std::uint32_t>(part.data() - text_.data());
    return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

// Where the next comment that is closed begins; the size of the text when there is none.
std::size_t Scanner::comment_from(std::size_t at) {
    if (!comments_) return text_.size();
    const std::size_t begin = text_.find("<!--", at);
    comments_ = begin != string_view::npos && text_.find("-->", begin) != string_view::npos;
    return comments_ ? begin : text_.size();
}

// Whether the line belongs to a code block. Nothing but its fences is marked there.
bool Scanner::read_fence(Line line) {
    const string_view content = trimmed(line.in(text_));
    const bool inside = !fence_.empty();
    if (!inside) {
        if (!content.starts_with("```") && !content.starts_with("~~~")) return false;
        const string_view fence = content.substr(0, content.find_first_not_of(content[0]));
        // ```words``` on one line are code within text.
        if (content.find('`', fence.size()) != string_view::npos) return false;
        fence_ = fence;
        mark(line.begin, line.end);
    } else if (content.size() >= fence_.size() && only_of(content, fence_.substr(0, 1))) {
        fence_ = {};
        mark(line.begin, line.end);
    }
    first_words_ = std::min(first_words_, line.begin);
    paragraph_ = {};
    return true;
}

void Scanner::read_line(Line line) {
    const string_view content = trimmed(line.in(text_));
    const string_view before = std::exchange(paragraph_, {});
    if (content.empty() || read_heading(line)) return;
    paragraph_ = before;
    if (read_underline(content, line)) return;
    paragraph_ = {};
    if (is_table_rule(content) || is_rule(content) || !defined_label(content).empty()) {
        mark(line.begin, line.end);
        return;
    }
    first_words_ = std::min(first_words_, line.begin);
    paragraph_ = content;
    read_inline(line);
}

// # Words, or ## Words ##
bool Scanner::read_heading(Line line) {
    const string_view content = trimmed(line.in(text_));
    const std::size_t level = std::min(content.find_first_not_of('#'), content.size());
    if (level == 0 || level > 6 || (level < content.size() && space_at(content, level) == 0)) {
        return false;
    }
    string_view words = trimmed(content.substr(level));
    const std::size_t last = words.find_last_not_of('#');
    const bool closed = last != string_view::npos && last + 1 < words.size() && words[last] == ' ';
    if (closed) words = trimmed(words.substr(0, last));
    const ByteRange range = words.empty() ? ByteRange{} : range_of(words);
    mark(line.begin, words.empty() ? line.end : range.begin);
    if (words.empty()) return true;
    mark(range.end, line.end);
    read_inline({range.begin, range.end, line.next});
    first_words_ = std::min(first_words_, line.begin);
    offer_title(words, level == 1);
    return true;
}

// Words
// =====
bool Scanner::read_underline(string_view content, Line line) {
    const bool first_level = only_of(content, "=");
    if (paragraph_.empty() || content.size() < 2 || (!first_level && !only_of(content, "-"))) {
        return false;
    }
    mark(line.begin, line.end);
    offer_title(paragraph_, first_level);
    paragraph_ = {};
    return true;
}

void Scanner::offer_title(string_view words, bool first_level) {
    const ByteRange range = range_of(words);
    if (!marks_.title.empty()) return;
    if (!first_level && line_at(text_, first_words_).end < range.begin) return;
    const std::size_t begin = words.find_first_not_of("*_");
    if (begin == string_view::npos) return;
    words = words.substr(begin, words.find_last_not_of("*_") + 1 - begin);
    marks_.title = range_of(words);
}

void Scanner::read_inline(Line line) {
    opened_.clear();
    for (std::size_t at = line.begin; at < line.end;) {
        switch (text_[at]) {
            case '\\':
                at += 2;
                break;
            case '`':
                at = skip_code(at, line);
                break;
            case ']':
                at = close_bracket(at, line);
                break;
            case '<': {
                const std::size_t size =
                    tag_size(text_.substr(at, std::min(line.end - at, kMaxAhead)));
                mark(at, at + size);
                at += std::max<std::size_t>(size, 1);
                break;
            }
            case '[':
                opened_.push_back(at > line.begin && text_[at - 1] == '!' ? at - 1 : at);
                ++at;
                break;
            default:
                ++at;
        }
    }
}

// [words](target) and ![words](target): all but the words is markup.
std::size_t Scanner::close_bracket(std::size_t at, Line line) {
    if (opened_.empty()) return at + 1;
    const std::size_t open = opened_.back();
    opened_.pop_back();
    if (at + 1 < line.end && text_[at + 1] == '[') return close_reference(open, at, line);
    if (at + 1 >= line.end || text_[at + 1] != '(') return at + 1;
    const std::size_t length = std::min(line.end - at, kMaxAhead);
    const std::size_t close = text_.substr(at, length).find(')');
    if (close == string_view::npos) return at + 1;
    mark(open, open + (text_[open] == '!' ? 2 : 1));
    mark(at, at + close + 1);
    return at + close + 1;
}

// [words][label], where the label is defined.
std::size_t Scanner::close_reference(std::size_t open, std::size_t at, Line line) {
    const std::size_t length = std::min(line.end - at - 1, kMaxAhead);
    const std::size_t close = text_.substr(at + 1, length).find(']');
    if (close == string_view::npos) return at + 1;
    const std::size_t begin = open + (text_[open] == '!' ? 2 : 1);
    const string_view label =
        close == 1 ? text_.substr(begin, at - begin) : text_.substr(at + 2, close - 1);
    if (labels_.count(ascii_lower(label)) == 0) return at + 1;
    mark(open, begin);
    mark(at, at + close + 2);
    return at + close + 2;
}

void Scanner::find_definitions(std::size_t begin) {
    for (std::size_t at = begin; at < text_.size();) {
        const Line line = line_at(text_, at);
        const string_view label = defined_label(trimmed(line.in(text_)));
        if (!label.empty()) labels_.insert(ascii_lower(label));
        at = line.next;
    }
}

// Behind the `code` that begins at `at`, or behind its first marks when it is never closed.
std::size_t Scanner::skip_code(std::size_t at, Line line) const {
    const string_view rest = text_.substr(at, std::min(line.end - at, kMaxAhead));
    const string_view marks = rest.substr(0, rest.find_first_not_of('`'));
    const std::size_t close = rest.find(marks, marks.size());
    return at + (close == string_view::npos ? marks.size() : close + marks.size());
}

}  // namespace

MarkdownMarks find_markdown_marks(std::string_view text, std::size_t begin) {
    return Scanner(text).scan(begin);
}

}  // namespace sinodex
