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
    Found find(std::string_view text) const { return find_two(text).longest; }

    // That one, and the longest one of those that are shorter.
    struct Two {
        Found longest;
        Found shorter;
    };
    Two find_two(std::string_view text) const;

 private:
    // 20 bits node, 8 bits byte: 20 bits the node that follows, 16 bits 1 + the number of the
    // string that ends there, or 0. Never 0.
    using Step = std::uint64_t;

    std::size_t slot(std::uint64_t key) const;
    Step step(std::uint64_t key) const { return steps_[slot(key)]; }
    void note_beginnings();

    std::vector<Step> steps_;
    std::vector<Step> firsts_;  // by byte
    std::vector<Step> pairs_;   // the second ones, by two bytes: most searches end a few behind
};

// Packs texts, each into a list of strings: the longest one everywhere, or the next shorter one
// where that and what follows take fewer bytes for the letters that they stand for. Refers to the
// dictionary. Thread-safe.
class TextPacker {
 public:
    explicit TextPacker(const TextDictionary& dictionary);

    // For TextDictionary::unpack.
    std::string pack(std::string_view text) const;

 private:
    // Bytes of codes, and of the text that they stand for.
    struct Cost {
        std::size_t codes;
        std::size_t text;
    };
    Cost cost(LongestString::Found first, LongestString::Found second) const;

    const TextDictionary& dictionary_;
    LongestString longest_;
    std::vector<std::size_t> code_sizes_;  // by number
};

}  // namespace sinodex
