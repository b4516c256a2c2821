// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sinodex {

// Numbers and strings as Xapian's glass format has them.

// Seven bits a byte, the lowest first, the highest bit set on all but the last.
inline void put_glass_number(std::string& out, std::uint64_t value) {
    while (value >= 0x80) {
        out.push_back(static_cast<char>(0x80U | (value & 0x7FU)));
        value >>= 7U;
    }
    out.push_back(static_cast<char>(value));
}

// Its size, and its bytes.
inline void put_glass_string(std::string& out, std::string_view text) {
    put_glass_number(out, text.size());
    out.append(text);
}

// In keys, so that they sort as their values do.
void put_sortable_number(std::string& out, std::uint32_t value);

// Reads such a number, which takes all of `bytes`. False where they are none.
bool take_sortable_number(std::string_view bytes, std::uint32_t& value);

// A term in a key: a zero is followed by 0xFF, the end of a term by none.
void put_sortable_term(std::string& out, std::string_view term);

}  // namespace sinodex
