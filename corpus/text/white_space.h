// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "corpus/article.h"

namespace sinodex {

// `range` of `text` without the white space at its ends: ASCII's, U+00A0 and U+3000. Thread-safe.
ByteRange trimmed(std::string_view text, ByteRange range);

}  // namespace sinodex
