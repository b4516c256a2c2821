#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/schema/revisions.h"

namespace sinodex {

// An index that was opened: the one way from a path to a Xapian database, for whoever reads it.
// Not thread-safe, as a Xapian handle is not: one per thread.
class IndexReader {
 public:
    // Opens a sealed generation, by its path. Throws Error (database) when another version of this
    // program made it, and Xapian::Error when it cannot be opened.
    explicit IndexReader(std::string generation_path);

    const std::string& path() const { return path_; }
    const Xapian::Database& database() const { return database_; }

    // One of the values named in fields.h; empty where there is none.
    std::string metadata(std::string_view key) const;
    Revisions revisions() const;

    // Articles, however many sections each of them has.
    std::uint64_t articles() const;

 private:
    std::string path_;
    Xapian::Database database_;
};

// The revisions of a generation of whatever version. Throws Error (database) when it cannot be
// opened.
Revisions revisions_of(const std::string& generation_path);

}  // namespace sinodex
