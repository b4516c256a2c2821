// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sinodex {

// Half-open range [begin, end) of bytes of a UTF-8 text, always on code-point boundaries.
struct ByteRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    std::uint32_t size() const { return end - begin; }
    bool empty() const { return begin == end; }
    bool contains(ByteRange other) const { return begin <= other.begin && other.end <= end; }
    bool operator==(const ByteRange&) const = default;
};

inline std::string_view slice(std::string_view text, ByteRange range) {
    return text.substr(range.begin, range.size());
}

// A document as a reader understood it, before any analysis.
//
// `text` is what was read, as UTF-8, and nothing later alters it: every offset in this project is
// an offset in bytes into that text.
struct Article {
    std::string id;
    std::string title;   // one line; may be empty
    std::string text;    // valid UTF-8 without NUL
    std::string url;     // as the source gives it
    std::string source;  // the medium's name, or the URL's host
    std::string author;
    std::string date;  // of publication: YYYY, YYYY-MM or YYYY-MM-DD; empty when not known
    std::string lang;  // BCP 47 as the source gives it: en, zh, zh-Hans, ...; empty when not known

    // Where `title` stands within `text`; empty when the title came from beside the text.
    ByteRange title_range;
    // Ranges of `text` that are no content (front matter, markup), sorted and disjoint.
    std::vector<ByteRange> debris;
    // Passages that the source brought itself, sorted and disjoint; empty: to be cut by us.
    std::vector<ByteRange> own_passages;
    // Paragraphs that its source also puts around other articles, sorted: no reader fills it, for
    // one article does not tell. See corpus/passages/repetitions.h.
    std::vector<ByteRange> repeated;

    // How the bytes were read.
    std::string encoding;            // as detected or declared: "UTF-8", "GB18030", ...
    std::size_t replaced_bytes = 0;  // invalid byte sequences that became U+FFFD, and NULs
};

}  // namespace sinodex
