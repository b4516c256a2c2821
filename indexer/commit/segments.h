#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "indexer/ledger.h"

namespace sinodex {

// Scratch databases that are merged into a generation: many small ones, for it is the updates of a
// large B-tree that are slow, not the merge. All live in one scratch folder.
class Segments {
 public:
    explicit Segments(std::string folder) : folder_(std::move(folder)) {}

    std::string path(int segment) const { return folder_ + "/seg-" + std::to_string(segment); }
    // Takes a segment that was written into account. Thread-safe.
    void add(int segment);

    // Deletes documents that lost to later versions.
    void remove(const std::vector<Ledger::Loser>& losers) const;

    // Merges `base` (a database's path, or empty), all segments in the order of their numbers, and
    // metadata into a new database at `output`. At most `kFanIn` databases are open at once.
    void merge(const std::string& base, const std::string& output);

 private:
    static constexpr std::size_t kFanIn = 64;

    std::string folder_;
    std::mutex mutex_;
    std::set<int> segments_;
};

// Writes one segment: what is new in a batch, so that the order of the merged database is that of
// reading, whichever thread did what. Not thread-safe.
class SegmentWriter {
 public:
    SegmentWriter(Segments& segments, int number) : segments_(segments), number_(number) {}

    int number() const { return number_; }
    DocumentRun add(const std::vector<Xapian::Document>& documents);
    void close();

 private:
    Segments& segments_;
    int number_;
    std::uint64_t bytes_ = 0;                             // about what was added
    std::unique_ptr<Xapian::WritableDatabase> database_;  // made for the first document
};

}  // namespace sinodex
