// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/term_ids.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace sinodex {
namespace {

constexpr std::size_t kMaxWords = 1'000'000;
constexpr std::size_t kFirstSlots = 1U << 14U;

std::uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

}  // namespace

void TermIds::Table::clear() {
    slots_.assign(kFirstSlots, {});
    size_ = 0;
}

std::size_t TermIds::Table::place_of(std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = hash & mask;
    while (slots_[place].number != kNone && slots_[place].hash != hash) place = (place + 1) & mask;
    return place;
}

std::uint32_t& TermIds::Table::at(std::uint64_t hash) {
    std::size_t place = place_of(hash);
    if (slots_[place].number == kNone) {
        if (++size_ * 2 > slots_.size()) {
            grow();
            place = place_of(hash);
        }
        slots_[place].hash = hash;
    }
    return slots_[place].number;
}

void TermIds::Table::grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
        if (slot.number != kNone) slots_[place_of(slot.hash)] = slot;
    }
}

std::uint32_t TermIds::number(const Token& token) {
    std::uint32_t& number = words_.at(hash_of(token.text));
    if (number == kNone) number = number_of_term(maker_.term(token));
    return number;
}

std::uint32_t TermIds::number_of_term(std::string_view term) {
    std::uint32_t& number = terms_.at(hash_of(term));
    if (number == kNone) {
        number = size();
        texts_.emplace_back(term);
    }
    return number;
}

bool TermIds::is_full() const { return words_.size() >= kMaxWords || texts_.size() >= kMaxWords; }

void TermIds::clear() {
    words_.clear();
    terms_.clear();
    texts_.clear();
}

}  // namespace sinodex
