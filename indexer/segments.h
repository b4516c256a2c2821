#pragma once

#include <xapian.h>

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "indexer/ledger.h"

namespace sinodex {

// Scratch databases that are merged into a generation: many small ones, for it is the updates of a
// large B-tree that are slow, not the merge. All live in one scratch folder.
class Segments {
 public:
    explicit Segments(std::string folder) : folder_(std::move(folder)) {}

    // A number and a path for a new segment. Thread-safe.
    int next() { return count_++; }
    std::string path(int segment) const { return folder_ + "/seg-" + std::to_string(segment); }

    // Deletes documents that lost to later versions.
    void remove(const std::vector<Ledger::Loser>& losers) const;

    // Merges `base` (a database's path, or empty), all segments, and metadata into a new database
    // at `output`. At most `kFanIn` databases are open at once.
    void merge(const std::string& base, const std::string& output);

 private:
    static constexpr std::size_t kFanIn = 64;

    std::string folder_;
    std::atomic<int> count_ = 0;
};

// Writes documents into segments, closing one when it is full. Not thread-safe: one per worker.
class SegmentWriter {
 public:
    explicit SegmentWriter(Segments& segments) : segments_(segments) {}

    // The segment that the next document goes to; `bytes` is about how much text is to come.
    int segment_for(std::size_t bytes);
    DocumentRun add(const std::vector<Xapian::Document>& documents);
    void close();

 private:
    static constexpr std::size_t kMaxBytes = 12U << 20U;
    static constexpr Xapian::doccount kMaxDocuments = 1000;

    Segments& segments_;
    std::unique_ptr<Xapian::WritableDatabase> database_;
    int segment_ = 0;
    std::size_t bytes_ = 0;
    Xapian::doccount documents_ = 0;
};

}  // namespace sinodex
