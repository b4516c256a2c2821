// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/terminal.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace sinodex {
namespace {

// Calls `take` with each code point and its bytes until it returns false.
template <typename Take>
void each_code_point(std::string_view text, Take take) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), i, text.size(), c);
        if (!take(c, text.substr(begin, i - begin))) return;
    }
}

}  // namespace

std::size_t columns_of(std::int32_t code_point) {
    const int width = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
    if (width == U_EA_WIDE || width == U_EA_FULLWIDTH) return 2;
    return u_charType(code_point) == U_NON_SPACING_MARK ? 0 : 1;
}

std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    each_code_point(text, [&](UChar32 c, std::string_view) {
        columns += columns_of(c);
        return true;
    });
    return columns;
}

std::size_t text_columns(std::string_view text) {
    std::size_t columns = 0;
    while (!text.empty()) {
        const std::size_t escape = text.find("\033[");
        columns += columns_of(text.substr(0, escape));
        if (escape == text.npos) break;
        const std::size_t end = text.find('m', escape);
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
    return columns;
}

std::string harmless(const std::string& text) {
    std::string out;
    each_code_point(text, [&](UChar32 c, std::string_view bytes) {
        out.append(u_isISOControl(c) ? " " : bytes);
        return true;
    });
    return out;
}

std::string fitted(std::string_view text, std::size_t width) {
    const std::size_t whole = columns_of(text);
    if (whole <= width) return std::string(text).append(width - whole, ' ');
    if (width == 0) return {};
    std::string out;
    std::size_t columns = 0;
    each_code_point(text, [&](UChar32 c, std::string_view bytes) {
        if (columns + columns_of(c) > width - 1) return false;
        out.append(bytes);
        columns += columns_of(c);
        return true;
    });
    return out.append("…").append(width - 1 - columns, ' ');
}

std::string bar(std::uint64_t value, std::uint64_t most, std::size_t width) {
    static constexpr std::array<std::string_view, 8> kEighths{"",  "▏", "▎", "▍",
                                                              "▌", "▋", "▊", "▉"};
    if (value == 0 || most == 0) return {};
    const double part = static_cast<double>(std::min(value, most)) / static_cast<double>(most);
    const auto eighths = std::max<std::size_t>(
        1, static_cast<std::size_t>(part * 8 * static_cast<double>(width) + 0.5));
    std::string out;
    for (std::size_t i = 0; i < eighths / 8; ++i) out.append("█");
    return out.append(kEighths[eighths % 8]);
}

std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

}  // namespace sinodex
