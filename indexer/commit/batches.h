// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "corpus/schema/deleted.h"
#include "indexer/previous.h"

namespace sinodex {

// A sealed segment that is to be part of a new one.
struct MergeInput {
    std::string path;
    DocumentNumbers deleted;  // what is to be left out
};

// The scratch databases of a run, one for each batch of documents, which become a segment: many
// small ones, for it is the updates of a large B-tree that are slow, not the merge. All live in one
// scratch folder.
//
// Documents are numbered without gaps throughout, by writing anew what is to lose some: in 1.4.22 a
// filter that all documents have may fail on a database with gaps.
class Batches {
 public:
    explicit Batches(std::string folder) : folder_(std::move(folder)) {}

    std::string path(std::uint32_t batch) const {
        return folder_ + "/seg-" + std::to_string(batch);
    }
    // Takes a batch that was written into account. Thread-safe.
    void add(std::uint32_t batch);

    // Leaves out documents that lost to later versions.
    void remove(const std::vector<DocumentRun>& losers);

    // Those that were written, in the order of reading; their size in bytes.
    std::vector<std::string> paths() const;
    std::uint64_t bytes() const;

    // Merges sealed segments, and all batches in the order of their numbers, into a new segment of
    // this name in the scratch folder. The batches are gone then. At most `kFanIn` databases are
    // open at once.
    void merge(const std::vector<MergeInput>& before, const std::string& name);

 private:
    static constexpr std::size_t kFanIn = 64;

    std::vector<std::string> without_deleted(const MergeInput& input);
    std::string new_path();

    std::string folder_;
    std::mutex mutex_;
    std::set<std::uint32_t> batches_;
    unsigned made_ = 0;
};

// Writes one batch: what is new in it, so that the order of the merged database is that of reading,
// whichever thread did what. Not thread-safe.
class BatchWriter {
 public:
    BatchWriter(Batches& batches, std::uint32_t number) : batches_(batches), number_(number) {}

    DocumentRun add(const std::vector<Xapian::Document>& documents);
    void close();

 private:
    Batches& batches_;
    std::uint32_t number_;
    std::uint64_t bytes_ = 0;                             // about what was added
    std::unique_ptr<Xapian::WritableDatabase> database_;  // made for the first document
};

}  // namespace sinodex
