// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/previous_generation.h"

namespace sinodex {

// Tells which documents of this run stand: of those with the same id, the last one in the order in
// which they were read, whatever worker came first. Thread-safe; 64 bytes of memory an article.
class Ledger {
 public:
    static constexpr std::uint64_t kNotRead = 0;  // as sequence: one that was read stands instead

    struct Entry {
        std::uint64_t sequence = kNotRead;  // order of reading, from 1
        DocumentRun written;   // in a batch; count 0: the previous database's version stands
        DocumentRun previous;  // in the previous database; count 0: it was not there

        bool is_unchanged() const { return written.count == 0; }
    };

    void record(std::string_view id, const Entry& entry);

    // Versions that lost to later ones, to be left out of their batches.
    const std::vector<DocumentRun>& losers() const { return losers_; }
    std::uint64_t duplicates() const { return duplicates_; }
    const std::vector<std::string>& duplicate_ids() const { return duplicate_ids_; }

    // Tells what came of the run. Not to be called while workers still record.
    template <class Visit>
    void for_each(Visit visit) const {
        for (const auto& [hash, entry] : entries_) visit(entry);
    }

 private:
    std::mutex mutex_;
    std::unordered_map<std::uint64_t, Entry> entries_;  // by hash of the id
    std::vector<DocumentRun> losers_;
    std::uint64_t duplicates_ = 0;
    std::vector<std::string> duplicate_ids_;
};

}  // namespace sinodex
