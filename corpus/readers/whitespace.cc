// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/whitespace.h"

#include <algorithm>

namespace sinodex {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
constexpr std::string_view kIdeographicSpace = "\xE3\x80\x80";

bool ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::size_t space_before(std::string_view text) {
    if (text.empty()) return 0;
    if (ascii_space(text.back())) return 1;
    if (text.ends_with(kNoBreakSpace)) return kNoBreakSpace.size();
    return text.ends_with(kIdeographicSpace) ? kIdeographicSpace.size() : 0;
}

}  // namespace

std::size_t space_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    if (ascii_space(text[at])) return 1;
    if (text[at] == kNoBreakSpace[0] && text.substr(at).starts_with(kNoBreakSpace)) return 2;
    if (text[at] == kIdeographicSpace[0] && text.substr(at).starts_with(kIdeographicSpace)) {
        return 3;
    }
    return 0;
}

std::string_view trimmed(std::string_view text) {
    while (const std::size_t n = space_at(text, 0)) text.remove_prefix(n);
    while (const std::size_t n = space_before(text)) text.remove_suffix(n);
    return text;
}

std::string one_line(std::string_view text) {
    text = trimmed(text);
    std::string line;
    line.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        std::size_t space = space_at(text, at);
        if (space == 0) {
            line += text[at++];
            continue;
        }
        for (; space > 0; space = space_at(text, at)) at += space;
        line += ' ';
    }
    return line;
}

std::string ascii_lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

Line line_at(std::string_view text, std::size_t begin) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    return {begin, end, std::min(end + 1, text.size())};
}

}  // namespace sinodex
