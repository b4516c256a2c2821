// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searcher/api/hit.h"

namespace sinodex {

// Where a passage stands in the file that its article was read from.
struct OriginalPlace {
    std::string path;
    // Where the file holds the passage as it is stored, as text files do, its line, from 1, and its
    // bytes; else 0.
    std::size_t line = 0;
    std::uint64_t begin = 0, end = 0;
};

// Looks for the file in the folders, by the article's id, which is its path below the folder that
// was indexed. Nothing where none of them has it, or it is no file of an article of its own.
std::optional<OriginalPlace> original_place(const SearchHit& hit,
                                            const std::vector<std::string>& folders);

}  // namespace sinodex
