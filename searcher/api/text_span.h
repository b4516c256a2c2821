// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace sinodex {

// A stretch of an article's stored text, in bytes and in code points. It begins and ends between
// characters: never within UTF-8, never between a letter and the marks that combine with it.
struct TextSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t begin_code_point = 0;
    std::uint32_t end_code_point = 0;
};

}  // namespace sinodex
