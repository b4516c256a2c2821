// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sinodex {

// White space is here: ASCII's, U+00A0 (no-break space) and U+3000 (ideographic space).

// The length in bytes of the white-space character that begins at text[at]; 0 when it is another.
std::size_t space_at(std::string_view text, std::size_t at);

// Takes off the white space at both ends; returns a view into `text`.
std::string_view trimmed(std::string_view text);

inline bool blank(std::string_view text) { return trimmed(text).empty(); }

// Trimmed, each inner run of white space one ' '.
std::string one_line(std::string_view text);

// ASCII letters in lower case, all else as it is.
std::string ascii_lower(std::string_view text);

bool equal_ignoring_case(std::string_view a, std::string_view b);

// A line of a text: text[begin, end) without its newline; `next` is where the next line begins, or
// text.size().
struct Line {
    std::size_t begin;
    std::size_t end;
    std::size_t next;

    std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
};

Line line_at(std::string_view text, std::size_t begin);

}  // namespace sinodex
