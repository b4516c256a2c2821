// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/quoting.h"

#include <algorithm>

namespace sinodex {

std::string quoted_value(std::string text) {
    std::replace(text.begin(), text.end(), '"', ' ');
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               static_cast<unsigned char>(c) >= 0x80;
    });
    return plain ? text : '"' + text + '"';
}

}  // namespace sinodex
