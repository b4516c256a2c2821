// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "searcher/saved/saved_file.h"
#include "searcher/searcher.h"

namespace sinodex {

// The databases of a service, under names. Thread-safe.
class Indexes {
 public:
    // Each is "NAME=DB", or "DB", whose name is then that of the folder without its ending. The
    // first one is asked where a request names none. DB may be a list of shards: `require_all` is
    // that of Searcher. Throws Error (usage) for a name that comes twice or is none, and as
    // Searcher does.
    explicit Indexes(const std::vector<std::string>& databases, bool require_all = false);

    // The one with a name, turned to its newest revision; the first one for an empty name. Throws
    // Error (usage) with the names that there are.
    const Searcher& find(const std::string& name) const;

    // The user's own work beside the one with a name; as find(), which has thrown for a wrong name.
    const SavedFile& saved(const std::string& name) const;

    const std::vector<std::string>& names() const { return names_; }  // in the order given

 private:
    std::vector<std::string> names_;
    std::map<std::string, std::unique_ptr<Searcher>> searchers_;
    std::map<std::string, std::unique_ptr<SavedFile>> saved_;
};

// Returns what tells one state of an index, and of the work beside it, from another: for ETag.
std::string state_of(const Searcher& index, const SavedFile& saved);

}  // namespace sinodex
