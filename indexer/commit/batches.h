// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "corpus/schema/deleted.h"
#include "corpus/schema/record_packing.h"
#include "indexer/commit/batch_file.h"
#include "indexer/previous_generation.h"

namespace sinodex {

// A sealed segment that is to be part of a new one.
struct MergeInput {
    std::string path;
    DocumentNumbers deleted;  // what is to be left out
};

// The batches of a run, each in a file of its own in the run's scratch folder, which become a
// segment.
//
// Documents are numbered without gaps throughout, what is deleted being left out: in 1.4.22 a
// filter that all documents have may fail on a database with gaps.
class Batches {
 public:
    explicit Batches(std::string folder) : folder_(std::move(folder)) {}

    std::string path(std::uint32_t batch) const {
        return folder_ + "/batch-" + std::to_string(batch);
    }
    // Takes a batch that was written into account. Thread-safe.
    void add(std::uint32_t batch, BatchFile file);

    // Leaves out documents that lost to later versions.
    void remove(const std::vector<DocumentRun>& losers);

    // Whether nothing of them is left; about the bytes that they will take in a segment.
    bool empty() const { return batches_.empty(); }
    std::uint64_t bytes() const;

    // Merges sealed segments, and all batches in the order of their numbers, into a new segment of
    // this name in the scratch folder, where no folder of that name is. The batches are gone then.
    // The dictionaries that the records are packed with may be learned anew from the batches.
    // Throws Error (output).
    void merge(const std::vector<MergeInput>& before, const std::string& name,
               RecordDictionaries& dictionaries, unsigned threads);

 private:
    struct WrittenBatch {
        BatchFile file;
        DocumentNumbers deleted;
    };

    std::string folder_;
    std::mutex mutex_;
    std::map<std::uint32_t, WrittenBatch> batches_;  // by number
};

// Writes one batch: what is new in it, so that the order of the merged database is that of reading,
// whichever thread did what. Not thread-safe.
class BatchWriter {
 public:
    // `terms`: what the numbers of terms mean, until the batch is closed.
    BatchWriter(Batches& batches, std::uint32_t number, const TermIds& terms)
        : batches_(batches), number_(number), maker_(terms) {}

    DocumentRun add(const std::vector<BuiltDocument>& documents);
    // Throws Error (output).
    void close();

 private:
    Batches& batches_;
    std::uint32_t number_;
    BatchFileMaker maker_;
};

}  // namespace sinodex
