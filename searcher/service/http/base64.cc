// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/http/base64.h"

#include <cstdint>

namespace sinodex {

std::string base64_decoded(std::string_view text) {
    constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char one : text) {
        const std::size_t digit = kDigits.find(one);
        if (digit == std::string_view::npos) break;
        bits = (bits << 6U) | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes.push_back(static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xffU));
    }
    return bytes;
}

}  // namespace sinodex
