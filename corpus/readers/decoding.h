// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sinodex {

// A text as UTF-8, and how it came about.
struct Decoded {
    std::string text;
    std::string encoding;
    std::size_t replaced = 0;  // sequences that became U+FFFD
};

// Decodes the bytes of a file, in the order of evidence that read_article.h gives. `declared` is a
// charset that the document itself names, or empty. Takes off a byte order mark; nothing else.
Decoded decode(std::string_view bytes, std::string_view declared = {});

// Decodes what must be UTF-8.
Decoded decode_utf8(std::string_view bytes);

// Makes CRLF and CR to LF and NUL to U+FFFD, in place. Returns how many NULs there were.
std::size_t clean(std::string& text);

// The kind of file that `bytes` begins as, such as "a PDF file", when that is no text; else empty.
std::string_view binary_kind(std::string_view bytes);

// Whether so many control characters stand in `text` that it can be no text: more than 3 and one
// in 32. (A file of random bytes has one in 10.)
bool full_of_controls(std::string_view text);

}  // namespace sinodex
