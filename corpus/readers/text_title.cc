// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/text_title.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "corpus/passages/boilerplate.h"
#include "corpus/passages/paragraphs.h"
#include "corpus/passages/repeated_title.h"
#include "corpus/readers/text_byline.h"
#include "corpus/readers/text_dateline.h"

namespace sinodex {
namespace {

constexpr std::size_t kShortestHeadline = 16;  // bytes; what is shorter is often said twice

ByteRange range_within(std::string_view part, std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(part.data() - text.data());
    return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

// "Home > Companies > Ride-hailing", 首页 > 政策
bool is_path(std::string_view line) {
    constexpr std::uint32_t kMostHalfWords = 24;
    std::size_t steps = 0;
    for (const std::string_view arrow : {" > ", " › ", " » "}) {
        for (std::size_t at = line.find(arrow); at != line.npos; at = line.find(arrow, at + 1)) {
            ++steps;
        }
    }
    constexpr std::array<std::string_view, 5> kHomes = {"home ", "首页", "首頁", "主页", "主頁"};
    const std::string lower = ascii_lower(line);
    const bool from_home = std::any_of(kHomes.begin(), kHomes.end(), [&](std::string_view home) {
        return lower.starts_with(home);
    });
    return steps + (from_home ? 1 : 0) > 1 && half_words(line) <= kMostHalfWords;
}

bool is_menu(std::string_view line) {
    constexpr std::uint32_t kMostHalfWords = 8;
    return half_words(line) <= kMostHalfWords && is_heading(line);
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
    return static_cast<std::size_t>(
        std::mismatch(a.begin(),
                      a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())),
                      b.begin())
            .first -
        a.begin());
}

// The headline in a line that holds the page's title and then the headline: "A - The Site A", or
// "A cut A cut short". Empty for other lines.
std::string_view second_of_two(std::string_view line) {
    const std::string_view start = line.substr(0, kShortestHeadline);
    const std::size_t at = line.find(start, kShortestHeadline);
    if (at == line.npos || line.find(start, at + 1) != line.npos) return {};
    const std::string_view first = trimmed(line.substr(0, at));
    const std::string_view second = line.substr(at);
    const std::size_t common = common_prefix(first, second);
    return common == second.size() || common == first.size() ? second : std::string_view{};
}

// Whether `line` is `headline` with the name of a site behind it.
bool adds_site(std::string_view line, std::string_view headline) {
    if (!line.starts_with(headline)) return false;
    const std::string_view rest = line.substr(headline.size());
    constexpr std::array<std::string_view, 8> kMarks = {" - ", " | ", " – ", " — ",
                                                        "_",   "-",   "|",   "｜"};
    return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) {
        return rest.size() > mark.size() && rest.starts_with(mark);
    });
}

// Whether a line is a short headline: two words, or four Chinese characters. Labels of one word are
// said twice as well.
bool is_short_headline(std::string_view line) {
    constexpr std::size_t kFourCharacters = 12;  // bytes
    const bool chinese = !line.empty() && static_cast<unsigned char>(line.front()) >= 0x80;
    return chinese ? line.size() >= kFourCharacters : line.find(' ') != line.npos;
}

// Further down, lines that are only alike are those of a list.
bool is_same(std::string_view other, std::string_view line) {
    return line.size() >= kShortestHeadline && other == line;
}

// The lines at the top of a text that are not blank.
std::vector<std::string_view> first_lines(std::string_view text, std::size_t at) {
    constexpr std::size_t kLines = 14;
    std::vector<std::string_view> lines;
    while (at < text.size() && lines.size() < kLines) {
        const Line line = line_at(text, at);
        const std::string_view content = trimmed(line.in(text));
        if (!content.empty()) lines.push_back(content);
        at = line.next;
    }
    return lines;
}

// The headline among `line` and the `next` lines; empty where they do not say `line` twice.
std::string_view headline_of(std::string_view line, const std::vector<std::string_view>& next,
                             bool first) {
    if (!could_be_title(line)) return {};
    const std::string_view second = second_of_two(line);
    if (!second.empty()) return second;
    if (!next.empty() && is_short_headline(next.front()) &&
        !Boilerplate::built_in().matches(line)) {
        if (adds_site(line, next.front())) return next.front();
        if (first && line == next.front()) return line;
    }
    for (const std::string_view other : next) {
        if (other.size() >= kShortestHeadline && adds_site(line, other)) return other;
        // A sentence resembles those behind it, too.
        const bool again =
            line.ends_with('.') ? repeats_title(other, line) : resembles_title(other, line);
        if (first ? again : is_same(other, line)) return line;
    }
    return {};
}

TextHeadline found(std::string_view text, std::string_view headline,
                   const std::vector<std::string_view>& above) {
    TextHeadline result;
    result.range = range_within(headline, text);
    result.next = line_at(text, result.range.begin).next;
    for (const std::string_view line : above) {
        const ByteRange range = range_within(line, text);
        if (range.begin >= result.range.begin) continue;
        if (range.end > result.range.begin) {
            result.masthead.push_back(trimmed(text, ByteRange{range.begin, result.range.begin}));
        } else if (is_menu(line) || is_path(line) || adds_site(line, headline)) {
            result.masthead.push_back(range);
        }
    }
    return result;
}

bool holds_any(std::string_view line, const auto& marks) {
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return line.find(mark) != line.npos; });
}

// Whether a line ends as a sentence or a part of one does; titles may ask or cry.
bool ends_within_text(std::string_view line) {
    constexpr std::array<std::string_view, 11> kEnds = {".",  ",",  ";",  ":", "。", "，",
                                                        "；", "：", "、", "-", "\\"};
    for (const std::string_view mark : {"\"", "'", ")", "”", "’", "」", "）"}) {
        if (line.ends_with(mark)) line.remove_suffix(mark.size());
    }
    return std::any_of(kEnds.begin(), kEnds.end(),
                       [&](std::string_view end) { return line.ends_with(end); });
}

// Whether a line, and those behind it, are sentences.
bool is_running_text(std::string_view line, const std::vector<std::string_view>& next) {
    constexpr std::size_t kShortestLine = 45;  // bytes
    constexpr std::array<std::string_view, 5> kEnds = {"。", "！", ". ", ".\"", ".”"};
    return line.size() >= kShortestLine &&
           std::any_of(next.begin(), next.end(), [&](std::string_view one) {
               return holds_any(one, kEnds) || one.ends_with('.');
           });
}

std::size_t characters_in(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

// Whether `line` may go on in the next line: that begins small, or its first word had no room in a
// line as wide as those around. Chinese is broken between any two characters.
bool may_go_on(std::string_view line, const std::vector<std::string_view>& next) {
    constexpr std::size_t kLongestWord = 30;  // bytes
    std::size_t width = 0;
    for (const std::string_view one : next) width = std::max(width, characters_in(one));
    const std::string_view first = next.front();
    const bool small = first[0] >= 'a' && first[0] <= 'z';
    const std::size_t end = std::min(first.find(' '), first.size());
    const std::size_t word = end > kLongestWord ? 1 : characters_in(first.substr(0, end));
    return small || characters_in(line) + 1 + word > width;
}

// Points of a list, speakers of an interview, rows that begin alike.
bool is_entry(std::string_view line, std::string_view next) {
    constexpr std::size_t kAlike = 6;  // bytes
    constexpr std::size_t kLongestLabel = 3;
    const std::size_t colon = std::min(line.find(": "), line.find("："));
    return line.starts_with("- ") || line.starts_with("* ") || line.starts_with("•") ||
           line.starts_with("— ") || colon <= kLongestLabel ||
           (common_prefix(line, next) >= kAlike && next.size() < 2 * line.size());
}

}  // namespace

bool stands_above_text(std::string_view text, const Line& line) {
    constexpr std::uint32_t kFewestHalfWords = 4;
    constexpr std::size_t kShortLine = 60;  // bytes
    constexpr std::size_t kLongestHeadline = 160;
    const std::string_view title = trimmed(line.in(text));
    const std::vector<std::string_view> next = first_lines(text, line.next);
    if (next.empty() || title.size() > kLongestHeadline || ends_within_text(title) ||
        half_words(title) < kFewestHalfWords || is_entry(title, next.front())) {
        return false;
    }
    Article unused;
    for (std::size_t i = 0; i < std::min<std::size_t>(next.size(), 6); ++i) {
        const TextDateline dateline = dateline_of(next[i]);
        const bool whole = dateline.end == next[i].size();
        const bool short_before = i == 0 || next[i - 1].size() <= kShortLine;
        const bool point = next[i].starts_with("* ") || next[i].starts_with("- ");
        if (dateline.end > 0 && (whole || next[i].size() > kShortLine)) return true;
        if (i == 0 && read_byline(next[i], unused)) return true;
        if (!point && (i > 0 || !short_before || next[i].size() > kShortLine)) break;
    }
    return !may_go_on(title, next) && is_running_text(next.front(), next);
}

bool could_be_title(std::string_view line) {
    constexpr std::size_t kMaxTitleBytes = 300;
    constexpr std::ptrdiff_t kMaxTitleWords = 40;
    const std::string words = one_line(line);
    return !words.empty() && words.size() <= kMaxTitleBytes &&
           std::count(words.begin(), words.end(), ' ') < kMaxTitleWords;
}

std::optional<TextHeadline> repeated_headline(std::string_view text, std::size_t at) {
    constexpr std::size_t kReach = 4;
    const std::vector<std::string_view> lines = first_lines(text, at);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(i);
        const std::size_t reach = std::min(kReach, lines.size() - i - 1);
        const std::vector<std::string_view> next(begin + 1,
                                                 begin + 1 + static_cast<std::ptrdiff_t>(reach));
        const std::string_view headline = headline_of(lines[i], next, i == 0);
        if (!headline.empty()) return found(text, headline, lines);
    }
    return std::nullopt;
}

Line first_content_line(std::string_view text, std::size_t at, std::vector<ByteRange>& paths) {
    Line line = line_at(text, at);
    while (line.next < text.size()) {
        const std::string_view content = trimmed(line.in(text));
        const bool path = is_path(content);
        if (path) paths.push_back(range_within(content, text));
        if (!content.empty() && !path && !Boilerplate::built_in().matches(content)) break;
        line = line_at(text, line.next);
    }
    return line;
}

}  // namespace sinodex
