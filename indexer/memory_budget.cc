// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/memory_budget.h"

#include <algorithm>

#include "indexer/indexer.h"

namespace sinodex {
namespace {

// The program, what is known of entities and ICU's data, and what grows with the number of
// articles.
constexpr std::uint64_t kRest = 80U << 20U;

// A document, what is found in it, and what becomes of it, by its bytes.
constexpr std::uint64_t kTimes = 8;

// A word that a worker knows: its stem and its places in tables.
constexpr std::uint64_t kWordBytes = 320;
constexpr std::uint64_t kMostWords = 1'000'000;

// Larger batches gain nothing.
constexpr std::uint64_t kMostBatchBytes = 6U << 20U;
// Two of each worker: one that it has, and one that waits.
constexpr std::uint64_t kBatchesAThread = 2;

}  // namespace

void MemoryBudget::Share::give_back() {
    if (budget_ == nullptr) return;
    const std::lock_guard lock(budget_->mutex_);
    budget_->left_ += bytes_;
    budget_->changed_.notify_all();
    budget_ = nullptr;
}

MemoryBudget::Share MemoryBudget::take(std::uint64_t bytes) {
    bytes = std::min(bytes, all_);
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return left_ >= bytes; });
    left_ -= bytes;
    return {*this, bytes};
}

MemoryPlan memory_plan(std::uint64_t bytes, unsigned threads) {
    MemoryPlan plan;
    const std::uint64_t free = std::max(bytes, IndexOptions::kLeastMemory) - kRest;
    plan.batches = free * 3 / 4;
    plan.words = std::min((free - plan.batches) / kWordBytes / threads, kMostWords);
    plan.document_bytes = plan.batches / kTimes;
    plan.batch_bytes = std::min(plan.document_bytes / (kBatchesAThread * threads), kMostBatchBytes);
    return plan;
}

std::uint64_t working_bytes(std::uint64_t document_bytes) { return document_bytes * kTimes; }

}  // namespace sinodex
