// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/glass_numbers.h"

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

bool take_sortable_number(std::string_view bytes, std::uint32_t& value) {
    if (bytes.size() < 2 || bytes.size() > 5) return false;
    std::uint64_t number = 0;
    for (const char c : bytes) number = number << 8U | static_cast<unsigned char>(c);
    const unsigned marks = static_cast<unsigned>(bytes.size()) - 2;
    const auto first = static_cast<unsigned char>(bytes.front());
    if (std::countl_one(first) != static_cast<int>(marks)) return false;
    const std::uint64_t mark = ((0xFF00ULL >> marks) & 0xFFU) << (8 * (bytes.size() - 1));
    number &= ~mark;
    value = static_cast<std::uint32_t>(number);
    return number <= UINT32_MAX;
}

void put_sortable_term(std::string& out, std::string_view term) {
    for (const char c : term) {
        out.push_back(c);
        if (c == '\0') out.push_back('\xFF');
    }
}

}  // namespace sinodex
