// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger.h"

#include "corpus/schema/terms.h"

namespace sinodex {
namespace {

constexpr std::size_t kMaxNamed = 100;

}  // namespace

void Ledger::record(std::string_view id, const Entry& entry) {
    const std::lock_guard lock(mutex_);
    const auto [place, fresh] = entries_.try_emplace(content_hash(id), entry);
    if (fresh) return;
    ++duplicates_;
    if (duplicate_ids_.size() < kMaxNamed) duplicate_ids_.emplace_back(id);
    Entry loser = entry;
    if (entry.sequence > place->second.sequence) std::swap(loser, place->second);
    if (!loser.is_unchanged()) losers_.push_back(loser.written);
}

}  // namespace sinodex
