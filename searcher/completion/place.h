// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sinodex {

// The part of a line before the cursor that can be completed:
//
//   fine com|              words, which may begin at "fine" or at "com"
//   company:"Ant G|        a value of the field company, in quotation marks
//   lang:(en OR z|         a value of lang
struct CompletionPlace {
    std::string field;                  // whose value it is; empty: none's, words
    bool quoted = false;                // behind an opening quotation mark
    std::vector<std::uint32_t> begins;  // bytes of the line, the longest text first; may be empty
};

// `before`: the line up to the cursor.
CompletionPlace completion_place(std::string_view before);

}  // namespace sinodex
