// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

namespace sinodex {

// Sees files change in folders, those within folders too, by inotify. Not thread-safe.
class FolderWatch {
 public:
    // Watches folders, and the folders of files. What changes in `database` is no change: it may
    // stand in one of them. Throws Error (input) for a path that cannot be watched.
    FolderWatch(const std::vector<std::string>& paths, const std::string& database);
    ~FolderWatch();
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;

    // Waits for a change, and then until it has been quiet for a second, or half a minute has gone
    // by. False when the user ends the program meanwhile, by SIGINT or SIGTERM.
    bool wait();

 private:
    bool wait_for_event(int milliseconds);
    bool read_events();
    void add_tree(const std::string& folder);
    bool is_ours(const std::string& path) const;

    std::string database_;
    std::map<int, std::string> folders_;  // by number of their watch
    int events_ = -1;
    int signals_ = -1;
    bool ended_ = false;
};

}  // namespace sinodex
