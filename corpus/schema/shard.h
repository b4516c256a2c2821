// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sinodex {

// A part of a collection that is indexed by itself: the articles whose id falls into it. Every id
// falls into one of `count` shards, and always into the same, on any machine.
struct Shard {
    std::uint32_t number = 1;  // from 1
    std::uint32_t count = 1;

    // Whether an article belongs here: the XXH3 hash, 64 bits, of its id, modulo `count`, plus 1.
    bool holds(std::string_view id) const;
    std::string text() const;  // "3/8"

    bool operator==(const Shard&) const = default;
};

inline constexpr std::uint32_t kMostShards = 9999;

// The file of an index that names its shard, where it holds one; as those of fields.h.
inline constexpr std::string_view kStateShard = "shard";

// Reads "3/8"; nothing for what is none.
std::optional<Shard> parse_shard(std::string_view text);

}  // namespace sinodex
