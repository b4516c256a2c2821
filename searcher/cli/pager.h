// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/types.h>

namespace sinodex {

// While it is there, what is written to standard output, and to standard error where that is the
// terminal, is read in $PAGER, or in less, which ends at once where all fits on the screen. Nothing
// happens where standard output is no terminal, $PAGER is empty or cat, or less is not installed.
class Pager {
 public:
    explicit Pager(bool wanted);
    ~Pager();  // waits until the user has read enough
    Pager(const Pager&) = delete;
    Pager& operator=(const Pager&) = delete;

    // Whether the user has left it before all was written, which is no failure.
    bool left() const;

    // Flushes, and waits for the user.
    void finish();

 private:
    void start(const char* command);

    pid_t pid_ = -1;
    int output_ = -1;  // the terminal, while the pager stands before it
    int errors_ = -1;
    bool left_ = false;
};

}  // namespace sinodex
