// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "searcher/api/match_summary.h"
#include "searcher/rendering/text.h"

namespace sinodex {

// The views' texts share this.
class ViewWriter {
 public:
    ViewWriter(const TextStyle& style, std::ostream& out) : style_(style), out_(out) {}

    std::size_t width() const { return style_.width; }
    std::ostream& plain() { return out_; }
    std::string strong(std::string_view text) const { return painted("\033[1m", text); }
    std::string dim(std::string_view text) const { return painted("\033[2m", text); }
    std::string colored(std::string_view text) const { return painted("\033[36m", text); }

    // "12 articles match: query" and what follows it; then whether more match than were counted.
    void heading(const MatchSummary& matches, std::string_view rest);

 private:
    std::string painted(std::string_view color, std::string_view text) const;

    const TextStyle& style_;
    std::ostream& out_;
};

// A sentence on which articles are counted as matching; empty where all are that do.
std::string_view which_are_counted(Counted counted);

// "1 article", "2 articles".
std::string counted(std::uint64_t number, std::string_view one, std::string_view several);

}  // namespace sinodex
