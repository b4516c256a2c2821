// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/program/program.h"
#include "searcher/api/completion.h"

namespace sinodex {

// The options of a session, which lines that begin with a colon change: they are named as on the
// command line, or by their letters.
//
//   :limit 20    as --limit 20 from now on
//   :limit       the default again
//   :explain     on; again: off
class SessionOptions {
 public:
    SessionOptions(std::span<const OptionSpec> options, Arguments arguments);

    const Arguments& arguments() const { return arguments_; }

    // Changes an option by a command without its colon, and returns how it stands now. Its value is
    // not looked at. Throws Error (usage) for a name that is none.
    std::string change(std::string_view command);

    // Takes back options that were given, where they have been.
    void reset(std::span<const std::string_view> names);

    // Returns what commands there are, a line each.
    std::string help() const;

    // Completes a line that begins with a colon.
    std::vector<Completion> complete(std::string_view line, std::size_t cursor) const;

 private:
    const OptionSpec& option(std::string_view name) const;

    std::vector<OptionSpec> options_;
    Arguments arguments_;
};

}  // namespace sinodex
