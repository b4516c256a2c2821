// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sinodex {

// Text for a terminal is made of these. Texts are UTF-8. Thread-safe.

// The columns that a code point takes: wide ones two, combining marks none.
std::size_t columns_of(std::int32_t code_point);
std::size_t columns_of(std::string_view text);

// The same of a text with colours, which take none.
std::size_t text_columns(std::string_view text);

// Returns what a document brought, without the characters that would steer a terminal.
std::string harmless(const std::string& text);

// In exactly `width` columns: filled up with spaces, or cut, with an ellipsis in the last column.
std::string fitted(std::string_view text, std::size_t width);

// A bar of `value` / `most` of `width` columns, in eighths; at least one unless the value is 0.
std::string bar(std::uint64_t value, std::uint64_t most, std::size_t width);

// 12345 as 12,345.
std::string grouped(std::uint64_t number);

}  // namespace sinodex
