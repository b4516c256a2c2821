// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/shard.h"

#include <charconv>

#include "corpus/schema/terms.h"

namespace sinodex {
namespace {

// A number from 1 without leading zeros, up to `most`; 0 for anything else.
std::uint32_t number_in(std::string_view text, std::uint32_t most) {
    std::uint32_t number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    const bool whole = read.ec == std::errc() && read.ptr == end && !text.starts_with('0');
    return whole && number <= most ? number : 0;
}

}  // namespace

bool Shard::holds(std::string_view id) const { return content_hash(id) % count + 1 == number; }

std::string Shard::text() const { return std::to_string(number) + "/" + std::to_string(count); }

std::optional<Shard> parse_shard(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    Shard shard;
    shard.count = number_in(text.substr(slash + 1), kMostShards);
    shard.number = number_in(text.substr(0, slash), shard.count);
    if (shard.count == 0 || shard.number == 0) return std::nullopt;
    return shard;
}

}  // namespace sinodex
