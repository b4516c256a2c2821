#pragma once

#include <xapian.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/schema/index_reader.h"
#include "corpus/schema/record.h"

namespace sinodex {

// Where an article's documents stand in a Xapian database: they follow each other.
struct DocumentRun {
    Xapian::docid first = 0;
    Xapian::doccount count = 0;
};

struct PreviousArticle {
    std::uint64_t hash = 0;
    DocumentRun documents;
};

// The database as it was before this run. Not thread-safe: one per thread.
class Previous {
 public:
    // An empty path: there was none.
    explicit Previous(const std::string& generation_path);

    std::optional<PreviousArticle> find(std::string_view id) const;

    // Calls `visit` with an article's sections. Throws Error (database) when one is damaged.
    void read(DocumentRun documents, const std::function<void(const Record&)>& visit) const;

 private:
    std::optional<IndexReader> index_;
};

}  // namespace sinodex
