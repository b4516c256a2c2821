// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "corpus/program/program.h"
#include "searcher/rendering/text.h"
#include "searcher/request/parameters.h"

namespace sinodex {

inline constexpr std::array<std::string_view, 3> kColorNames{"auto", "always", "never"};

// How results are to be printed.
struct Output {
    ResultFormat format = ResultFormat::text;
    TextStyle style;
};

// Decides that by the options and the terminal. Throws Error (usage).
Output output_of(const Arguments& arguments);

// Whether the terminal shows links (OSC 8), as far as its environment tells.
bool terminal_has_links();

}  // namespace sinodex
