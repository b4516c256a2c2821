// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace sinodex {

// 64-bit keys to numbers other than 0, with open addressing. The keys are hashes that are taken for
// what they stand for: two names that share one are not to be expected. Internal to this folder.
class KeyTable {
 public:
    KeyTable() : slots_(16) {}

    // The number of `key`; 0 when there is none.
    std::uint32_t find(std::uint64_t key) const {
        for (std::size_t i = place(key);; i = (i + 1) & (slots_.size() - 1)) {
            if (slots_[i].number == 0 || slots_[i].key == key) return slots_[i].number;
        }
    }

    // The number of `key`, which becomes `number` if it had none.
    std::uint32_t add(std::uint64_t key, std::uint32_t number) {
        if (4 * (size_ + 1) > slots_.size()) grow();
        std::size_t i = place(key);
        while (slots_[i].number != 0 && slots_[i].key != key) i = (i + 1) & (slots_.size() - 1);
        if (slots_[i].number == 0) {
            slots_[i] = {key, number};
            ++size_;
        }
        return slots_[i].number;
    }

 private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t number = 0;
    };

    std::size_t place(std::uint64_t key) const {
        const int bits = std::countr_zero(slots_.size());
        return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> (64 - bits));
    }

    void grow() {
        std::vector<Slot> old(slots_.size() * 4);
        old.swap(slots_);
        size_ = 0;
        for (const Slot& slot : old) {
            if (slot.number != 0) add(slot.key, slot.number);
        }
    }

    std::vector<Slot> slots_;
    std::size_t size_ = 0;
};

}  // namespace sinodex
