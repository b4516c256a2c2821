// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/key_table.h"

#include <map>

namespace sinodex {

// A third of the slots stays free. Sorted, so that equal tables have equal bytes.
void KeyTableBuilder::write(BlockWriter& block) const {
    const std::size_t slots = numbers_.size() + numbers_.size() / 2 + 1;
    std::vector<std::uint64_t> keys(slots);
    std::vector<std::uint32_t> numbers(slots);
    for (const auto& [key, number] : std::map(numbers_.begin(), numbers_.end())) {
        std::size_t slot = KeyTable::place(key, slots);
        while (keys[slot] != 0) slot = KeyTable::next(slot, slots);
        keys[slot] = key;
        numbers[slot] = number;
    }
    block.array(keys);
    block.array(numbers);
}

}  // namespace sinodex
