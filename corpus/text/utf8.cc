// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace sinodex {
namespace {

// Whether the character that begins at `at` combines with the one before it.
bool is_mark_at(std::string_view text, std::size_t at) {
    if (at >= text.size() || static_cast<unsigned char>(text[at]) < 0x80) return false;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), c);
    return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

bool continues_at(std::string_view text, std::size_t at) {
    return at < text.size() && continues(text[at]);
}

}  // namespace

std::string valid_utf8(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t begin = i;
        UChar32 c = 0;
        U8_NEXT(data, i, bytes.size(), c);
        if (c < 0) {
            text.append("\xEF\xBF\xBD");
        } else if (c < 0x20 || c == 0x7F) {
            text.push_back(' ');
        } else {
            text.append(bytes.substr(begin, i - begin));
        }
    }
    return text;
}

std::uint32_t count_code_points(std::string_view text) {
    return static_cast<std::uint32_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return !continues(c); }));
}

ByteRange with_marks(std::string_view text, ByteRange range) {
    while (range.begin > 0 && (continues_at(text, range.begin) || is_mark_at(text, range.begin))) {
        --range.begin;
    }
    while (continues_at(text, range.end) || is_mark_at(text, range.end)) ++range.end;
    return range;
}

}  // namespace sinodex
