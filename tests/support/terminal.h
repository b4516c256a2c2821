// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

namespace sinodex::testing {

// A program at a terminal of 100 columns, and the user in front of it. Its environment is ours
// without SINODEX_DB and NO_COLOR, its home and state folders are `home`. Killed when this goes and
// nobody waited for it.
class Terminal {
 public:
    Terminal(const std::vector<std::string>& command, const std::string& home);
    ~Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    void type(std::string_view keys);

    // Waits until the program has written `text` behind what earlier calls have waited for, and
    // returns all up to there. Half a minute is too long: then the test fails, and what was written
    // is returned.
    std::string read_until(std::string_view text);

    // Reads until the program ends; its exit status, or -1.
    int wait();

 private:
    bool read_some();

    pid_t pid_ = -1;
    int terminal_ = -1;
    std::string written_;  // and not yet returned
};

}  // namespace sinodex::testing
