#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/previous.h"

namespace sinodex {

// Which documents of this run stand: of those with the same id, the last one in the order in which
// they were read, whatever worker came first. Thread-safe; 64 bytes of memory an article.
class Ledger {
 public:
    static constexpr int kUnchanged = -1;  // as segment: the previous database's version stands
    static constexpr std::uint64_t kNotRead = 0;  // as sequence: one that was read stands instead

    struct Entry {
        std::uint64_t sequence = kNotRead;  // order of reading, from 1
        int segment = kUnchanged;
        DocumentRun written;   // in the segment
        DocumentRun previous;  // in the previous database; count 0: it was not there
    };

    // A version that lost to a later one, to be deleted from its segment.
    struct Loser {
        int segment;
        DocumentRun written;
    };

    void record(std::string_view id, const Entry& entry);

    const std::vector<Loser>& losers() const { return losers_; }
    std::uint64_t duplicates() const { return duplicates_; }
    const std::vector<std::string>& duplicate_ids() const { return duplicate_ids_; }

    // What came of the run. Not to be called while workers still record.
    template <class Visit>
    void for_each(Visit visit) const {
        for (const auto& [hash, entry] : entries_) visit(entry);
    }

 private:
    std::mutex mutex_;
    std::unordered_map<std::uint64_t, Entry> entries_;  // by hash of the id
    std::vector<Loser> losers_;
    std::uint64_t duplicates_ = 0;
    std::vector<std::string> duplicate_ids_;
};

}  // namespace sinodex
