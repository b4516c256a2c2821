// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sinodex {

// $XDG_STATE_HOME/sinodex/history, ~/.local/state/sinodex/history without that; empty where neither
// is known, or SINODEX_NO_HISTORY is set to anything.
std::string history_path();

// The queries of this session and those before, a line each, the oldest first. The file is the
// user's alone (mode 0600) and keeps the last kMaxLines; sessions at the same time all add to it.
class HistoryFile {
 public:
    static constexpr std::size_t kMaxLines = 1000;

    // Reads what is there. An empty path: nothing is kept.
    explicit HistoryFile(std::string path);

    const std::vector<std::string>& lines() const { return lines_; }

    // Adds a line unless it is the last one again. False when it could not be kept, the first time
    // that this happens.
    bool add(std::string_view line);

 private:
    bool append(const std::string& line) const;
    bool keep_last_lines() const;

    std::string path_;
    std::vector<std::string> lines_;  // of this session and those before
    std::size_t in_file_ = 0;
    bool failed_ = false;
};

}  // namespace sinodex
