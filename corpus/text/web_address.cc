// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/web_address.h"

#include <cstddef>

namespace sinodex {
namespace {

bool starts_with_ignoring_case(std::string_view text, std::string_view lower) {
    if (text.size() < lower.size()) return false;
    for (std::size_t i = 0; i < lower.size(); ++i) {
        const char c = text[i];
        if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c) != lower[i]) return false;
    }
    return true;
}

bool is_address_byte(char c) {
    constexpr std::string_view kEnders = "()<>[]{}\"'|\x7F";
    return c > ' ' && kEnders.find(c) == std::string_view::npos &&
           static_cast<unsigned char>(c) < 0x80;
}

}  // namespace

std::uint32_t web_address_length(std::string_view text) {
    if (!starts_with_ignoring_case(text, "http://") &&
        !starts_with_ignoring_case(text, "https://") && !starts_with_ignoring_case(text, "www.")) {
        return 0;
    }
    std::uint32_t length = 0;
    while (length < text.size() && is_address_byte(text[length])) ++length;
    return length;
}

}  // namespace sinodex
