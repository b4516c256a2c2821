// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "corpus/text/white_space.h"

namespace sinodex {

// The paragraphs of a text, without the white space around them. A blank line always ends one; a
// single line end does too, unless the lines around it are the wrapped lines of one paragraph.
std::vector<ByteRange> paragraphs(std::string_view text);

// The size of a text in half words: a word counts two, a Chinese or Japanese character one. Text
// that has few words for its length (tables, symbols, scripts without spaces) counts by its bytes.
std::uint32_t half_words(std::string_view text);

// Whether a paragraph looks like a heading: short, and no sentence.
inline constexpr std::uint32_t kHeadingHalfWords = 24;
bool is_heading(std::string_view paragraph, std::uint32_t most_half_words = kHeadingHalfWords);

}  // namespace sinodex
