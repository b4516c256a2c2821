#pragma once

#include <string_view>
#include <vector>

#include "corpus/article.h"

namespace sinodex {

// The paragraphs of a text, without the white space around them. A blank line always ends one; a
// single line end does too, unless the lines around it are the wrapped lines of one paragraph.
std::vector<ByteRange> paragraphs(std::string_view text);

// The size of a text in half words: a word counts two, a Chinese or Japanese character one.
std::uint32_t half_words(std::string_view text);

// `range` without the white space at its ends.
ByteRange trimmed(std::string_view text, ByteRange range);

}  // namespace sinodex
