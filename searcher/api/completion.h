// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace sinodex {

// One way to go on with a query that is being typed.
struct Completion {
    std::string text;            // takes the place of the bytes [begin, end) of the line
    std::string name;            // of the entity that it stands for; else empty
    std::uint64_t articles = 0;  // that have it; 0 for the name of a field
    std::uint32_t begin = 0;     // the same for all completions of a line
    std::uint32_t end = 0;
    bool whole = true;  // false: more must follow, as after "company:"
};

}  // namespace sinodex
