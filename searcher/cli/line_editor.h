// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/api/completion.h"

namespace sinodex {

// Lines that a user types at the terminal, edited and completed with libedit. Lines are UTF-8,
// whatever the locale says. The user's ~/.editrc is heeded. From here on Ctrl-C (SIGINT) cancels a
// line and does nothing else. One at a time in a process; not thread-safe.
class LineEditor {
 public:
    // How the line up to the cursor may go on; exceptions are as no completion.
    using Complete =
        std::function<std::vector<Completion>(std::string_view line, std::size_t cursor)>;

    // Takes standard input and output. Throws Error (input) when the terminal cannot be used.
    LineEditor(std::string prompt, Complete complete);
    ~LineEditor();
    LineEditor(const LineEditor&) = delete;
    LineEditor& operator=(const LineEditor&) = delete;

    // Makes a line one that the up key brings back.
    void remember(const std::string& line);

    // The next line without its end; empty when it was cancelled with Ctrl-C; nothing when the
    // user has ended the session with Ctrl-D.
    std::optional<std::string> read();

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sinodex
