// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/schema/text_dictionary.h"

namespace sinodex {

// Finds the longest of some strings that a text begins with: a trie of them, in one hash table.
// Thread-safe.
class LongestString {
 public:
    static constexpr std::size_t kMaxStrings = 60'000;
    static constexpr std::size_t kMaxBytes = 1'000'000;  // in all

    // At most so many, none of them empty.
    explicit LongestString(const std::vector<std::string_view>& strings);

    // Its number among them, and its size; a size of 0 where there is none.
    struct Found {
        std::uint32_t number = 0;
        std::uint32_t size = 0;
    };
    Found find(std::string_view text) const;

 private:
    // 20 bits node, 8 bits byte: 20 bits the node that follows, 16 bits 1 + the number of the
    // string that ends there, or 0. Never 0.
    using Step = std::uint64_t;

    std::size_t slot(std::uint64_t key) const;

    std::vector<Step> steps_;
};

// Packs texts. Refers to the dictionary. Thread-safe.
class TextPacker {
 public:
    explicit TextPacker(const TextDictionary& dictionary);

    // For TextDictionary::unpack.
    std::string pack(std::string_view text) const;

 private:
    const TextDictionary& dictionary_;
    LongestString longest_;
};

}  // namespace sinodex
