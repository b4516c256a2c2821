// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace sinodex {

// Letters and digits of ASCII, whatever the locale. Safe to call from any thread.
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_letter(char c) { return is_ascii_lower(c) || is_ascii_upper(c); }

}  // namespace sinodex
