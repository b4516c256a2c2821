// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// Digits and letters, as bytes. Internal to this folder.

#include <unicode/umachine.h>

#include <cstdint>

namespace sinodex::quantities {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_letter(char c) {
    const auto lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'z';
}

inline constexpr UChar32 kWideZero = 0xFF10;
inline bool is_wide_digit(UChar32 c) { return c >= kWideZero && c < kWideZero + 10; }

// How many decimal digits a number has that is not negative.
inline std::uint8_t digits_of(std::int64_t number) {
    std::uint8_t count = 1;
    for (; number >= 10; number /= 10) ++count;
    return count;
}

}  // namespace sinodex::quantities
