// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commit/glass_numbers.h"

#include <bit>

namespace sinodex {

// Two bytes below 0x8000; else three to five, as many ones in front as there are more bytes than
// two.
void put_sortable_number(std::string& out, std::uint32_t value) {
    if (value < 0x8000) {
        out.push_back(static_cast<char>(value >> 8U));
        out.push_back(static_cast<char>(value));
        return;
    }
    const unsigned bits = 32U - static_cast<unsigned>(std::countl_zero(value));
    const unsigned size = (bits + 5) / 7;
    const std::uint64_t marked = value | ((0xFF00ULL >> (size - 2)) & 0xFFU) << (8 * (size - 1));
    for (unsigned i = size; i-- > 0;) out.push_back(static_cast<char>(marked >> (8 * i)));
}

void put_sortable_term(std::string& out, std::string_view term) {
    for (const char c : term) {
        out.push_back(c);
        if (c == '\0') out.push_back('\xFF');
    }
}

}  // namespace sinodex
