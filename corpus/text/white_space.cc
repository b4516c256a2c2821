// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/white_space.h"

#include <array>

namespace sinodex {
namespace {

constexpr std::array<std::string_view, 8> kSpaces{" ",  "\n", "\t",     "\r",
                                                  "\f", "\v", "\u00A0", "\u3000"};

std::uint32_t space_before(std::string_view text) {
    for (const std::string_view space : kSpaces) {
        if (text.ends_with(space)) return static_cast<std::uint32_t>(space.size());
    }
    return 0;
}

std::uint32_t space_at(std::string_view text) {
    for (const std::string_view space : kSpaces) {
        if (text.starts_with(space)) return static_cast<std::uint32_t>(space.size());
    }
    return 0;
}

}  // namespace

ByteRange trimmed(std::string_view text, ByteRange range) {
    while (const std::uint32_t size = space_at(slice(text, range))) range.begin += size;
    while (const std::uint32_t size = space_before(slice(text, range))) range.end -= size;
    return range;
}

}  // namespace sinodex
