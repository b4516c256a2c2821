// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "searcher/saved/saved_work.h"

namespace sinodex {

// One thing that a user wants to be kept.
struct SavedChange {
    enum class Kind {
        tag,     // `value` on `subject`, the id of an article or a passage
        untag,   // takes it off
        note,    // `value` on `subject`; empty takes it away
        search,  // `value`, a JSON object of parameters, under the name `subject`; "{}" takes it
                 // away
    };
    Kind kind = Kind::tag;
    std::string subject, value;
    std::string text;  // of a tag or note on a passage: how its text begins
};

// The file of a user's own work, beside the database and never in it: news.db.saved.jsonl.
// Thread-safe; several programs may change the file at once. Nothing of it is lost where one of
// them is killed or the disk is full. A file that has become long for what it says is written anew.
class SavedFile {
 public:
    // The file need not be there.
    explicit SavedFile(std::string path) : path_(std::move(path)) {}

    // That of a database, by its path.
    static std::string path_beside(std::string database);

    const std::string& path() const { return path_; }

    // Returns what the file says now; never null. It is read again only where it has changed. A
    // file that cannot be read says nothing, and SavedWork::problem tells why.
    std::shared_ptr<const SavedWork> read() const;

    // Changes with each change of the file; empty where there is none.
    std::string state() const;

    // Throws Error: usage, for a name that cannot be used; output, where nothing was kept.
    void add(const std::vector<SavedChange>& changes) const;

 private:
    std::string path_;
    mutable std::mutex mutex_;
    mutable std::string known_state_;
    mutable std::shared_ptr<const SavedWork> known_;
};

}  // namespace sinodex
