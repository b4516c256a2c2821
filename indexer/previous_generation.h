// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/schema/index_reader.h"
#include "corpus/schema/record.h"

namespace sinodex {

// Where an article's documents stand: they follow each other in one Xapian database.
struct DocumentRun {
    std::uint32_t part = 0;  // which segment of the index, by its place, or which batch of the run
    Xapian::docid first = 0;
    Xapian::doccount count = 0;
};

struct PreviousArticle {
    std::uint64_t hash = 0;
    DocumentRun documents;
};

// The database as it was before this run. Not thread-safe: one per thread.
class PreviousGeneration {
 public:
    // An empty path: there was none.
    explicit PreviousGeneration(const std::string& generation_path);

    // Null: there was none.
    const IndexReader* index() const { return index_ ? &*index_ : nullptr; }

    std::optional<PreviousArticle> find(std::string_view id) const;

    // Calls `visit` with an article's sections. Throws Error (database) when one is damaged.
    void read(DocumentRun documents, const std::function<void(const Record&)>& visit) const;

 private:
    std::optional<IndexReader> index_;
};

}  // namespace sinodex
