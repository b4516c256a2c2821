// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "corpus/entities/knowledge_block.h"

namespace sinodex {

// 64-bit keys to numbers other than 0, with open addressing. The keys are hashes that are taken for
// what they stand for: two names that share one are not to be expected. A view of two arrays: the
// keys in their slots, 0 where there is none, and their numbers. Internal to this folder.
class KeyTable {
 public:
    KeyTable() = default;
    explicit KeyTable(BlockReader& block)
        : keys_(block.array<std::uint64_t>()), numbers_(block.array<std::uint32_t>()) {
        if (keys_.empty() || keys_.size() != numbers_.size()) damaged_knowledge();
    }

    // The number of `key`; 0 when there is none.
    std::uint32_t find(std::uint64_t key) const {
        for (std::size_t i = place(key, keys_.size()); keys_[i] != 0; i = next(i, keys_.size())) {
            if (keys_[i] == key) return numbers_[i];
        }
        return 0;
    }

    // Where the search for a key begins in so many slots, fewer than 2^32; and where it goes on.
    static std::size_t place(std::uint64_t key, std::size_t slots) {
        return ((key * 0x9E3779B97F4A7C15ULL) >> 32U) * slots >> 32U;
    }
    static std::size_t next(std::size_t slot, std::size_t slots) {
        return slot + 1 == slots ? 0 : slot + 1;
    }

 private:
    std::span<const std::uint64_t> keys_;
    std::span<const std::uint32_t> numbers_;
};

// Makes one.
class KeyTableBuilder {
 public:
    std::uint32_t find(std::uint64_t key) const {
        const auto found = numbers_.find(key);
        return found == numbers_.end() ? 0 : found->second;
    }

    // The number of `key`, not 0, which becomes `number` if it had none.
    std::uint32_t add(std::uint64_t key, std::uint32_t number) {
        return numbers_.emplace(key, number).first->second;
    }

    void write(BlockWriter& block) const;

 private:
    std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
};

}  // namespace sinodex
