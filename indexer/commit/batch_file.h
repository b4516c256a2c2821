// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "corpus/schema/term_ids.h"
#include "indexer/built_document.h"
#include "indexer/commit/document_source.h"

namespace sinodex {

// The documents of a batch, in a file that is there until they are merged into a segment:
//
//   lengths    a number for each document
//   values     of each slot in turn: for each document a string, empty where it has none; records
//              are not packed
//   terms      in their order: a string, how many postings, and these: by how much each document is
//              above the one before, and the frequency
//
// Numbers are varints, a string is its size and its bytes.
struct BatchFile {
    std::string path;
    Xapian::doccount documents = 0;
    std::array<std::uint64_t, detail::slot_count() + 2> ends{};  // of the parts, in their order

    std::uint64_t bytes() const { return ends.back(); }
    std::uint64_t record_bytes() const;
};

// Collects the documents of a batch and writes such a file. Not thread-safe.
class BatchFileMaker {
 public:
    // `terms`: what the numbers of terms mean, until the file is written.
    explicit BatchFileMaker(const TermIds& terms) : terms_(terms) {}

    void add(const BuiltDocument& document);
    Xapian::doccount documents() const { return documents_; }

    // Throws Error (output).
    BatchFile write(std::string path) const;
    // About the size of the file.
    std::uint64_t bytes() const;

 private:
    struct NumberedPosting {
        std::uint32_t term;
        Posting posting;
    };
    std::vector<std::uint32_t> terms_in_order() const;
    std::vector<Posting> postings_by_term(std::vector<std::uint32_t>& begins) const;

    const TermIds& terms_;
    Xapian::doccount documents_ = 0;
    std::string lengths_;
    std::array<std::string, detail::slot_count()> values_;
    std::vector<NumberedPosting> postings_;
};

// The documents of such a file but for the deleted ones. Throws Error (output) where it cannot be
// read.
std::unique_ptr<DocumentSource> batch_source(const BatchFile& file, DocumentNumbers deleted);

}  // namespace sinodex
