// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <utility>

namespace sinodex {

// Bounds what the batches that are being worked on take of memory together. Thread-safe.
class MemoryBudget {
 public:
    // A part of it, which is given back when this goes. Must not outlive the budget.
    class Share {
     public:
        Share() = default;
        ~Share() { give_back(); }
        Share(Share&& other) noexcept { *this = std::move(other); }
        Share& operator=(Share&& other) noexcept {
            give_back();
            budget_ = std::exchange(other.budget_, nullptr);
            bytes_ = other.bytes_;
            return *this;
        }

     private:
        friend class MemoryBudget;
        Share(MemoryBudget& budget, std::uint64_t bytes) : budget_(&budget), bytes_(bytes) {}
        void give_back();

        MemoryBudget* budget_ = nullptr;
        std::uint64_t bytes_ = 0;
    };

    explicit MemoryBudget(std::uint64_t bytes) : all_(bytes), left_(bytes) {}

    // Waits until so much is left. Whoever wants more than all of it gets all.
    Share take(std::uint64_t bytes);

    std::uint64_t all() const { return all_; }

 private:
    std::uint64_t all_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::uint64_t left_;
};

// How the memory that a run may take is divided, by what was measured; see docs/benchmarks.md.
struct MemoryPlan {
    std::uint64_t batches = 0;         // of a MemoryBudget
    std::uint64_t batch_bytes = 0;     // documents of so many bytes make a batch
    std::uint64_t document_bytes = 0;  // a larger document does not fit
    std::uint64_t words = 0;           // that each worker may know
};

// `bytes`: IndexOptions::kLeastMemory at least; `threads`: workers.
MemoryPlan memory_plan(std::uint64_t bytes, unsigned threads);

// Estimates what a batch takes while it is worked on, by the bytes of its documents.
std::uint64_t working_bytes(std::uint64_t document_bytes);

}  // namespace sinodex
