// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

namespace sinodex {

// Two articles that are versions of one story.
struct StoryPair {
    std::string version;
    std::string original;
    std::string kind;   // how they are alike: spun, near, exact; may be empty
    std::string place;  // file:line
};

struct StoryPairs {
    std::vector<StoryPair> pairs;
    std::unordered_set<std::string> left_out;  // the versions of other splits
};

// Reads the ids of two articles a line and, where there are more columns, their kind and the split
// that they belong to, separated by tabs. With a `split`, pairs of others are left out, and lines
// without one belong to all. Throws Error(input) that names file and line.
StoryPairs read_story_pairs(const std::string& path, const std::string& split);

}  // namespace sinodex
