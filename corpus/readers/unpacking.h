// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sinodex {

// Holds what came of unpacking; at most `max_bytes` and some more are ever held.
struct Unpacked {
    std::string bytes;
    bool too_large = false;
    bool damaged = false;  // or cut short: `bytes` are what came before
};

// Undoes gzip, zlib and bare deflate, whichever it is.
Unpacked inflated(const std::string& packed, std::uint64_t max_bytes);
// How many bytes zlib's format holds, counted up to a little more than `enough`.
std::uint64_t inflated_size(std::string_view packed, std::uint64_t enough);
// Undoes Brotli.
Unpacked unbrotlied(const std::string& packed, std::uint64_t max_bytes);

}  // namespace sinodex
