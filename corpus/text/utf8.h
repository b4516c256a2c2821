// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/article.h"

namespace sinodex {

// `bytes` as UTF-8 text: invalid sequences become U+FFFD, control characters spaces. Thread-safe.
std::string valid_utf8(std::string_view bytes);

// The number of code points in valid UTF-8.
std::uint32_t count_code_points(std::string_view text);

// `range` of valid UTF-8, widened so that neither a character is cut, nor a mark cut off from the
// character that it combines with.
ByteRange with_marks(std::string_view text, ByteRange range);

}  // namespace sinodex
