// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sinodex {

// An article among the versions of one story.
struct StoryVersion {
    std::string id;
    // How it came to be known as one: "exact", "near" or "spun"; "" for the first one read.
    std::string likeness;
};

// The versions of one story, the best-written one first.
using StoryVersions = std::vector<StoryVersion>;

// Tells which articles of a database are versions of one story, as its metadata keeps it: a line
// for each version, `likeness TAB id`, the best-written one first, and an empty line behind each
// story.
class Stories {
 public:
    Stories() = default;
    // Ids must not hold line ends; such articles are left out.
    explicit Stories(std::vector<StoryVersions> stories);
    static Stories decode(std::string_view bytes);
    std::string encode() const;

    const std::vector<StoryVersions>& all() const { return stories_; }
    // All versions of an article's story, itself included, the best-written one first; null where
    // it has no other.
    const StoryVersions* versions_of(const std::string& id) const;

 private:
    std::vector<StoryVersions> stories_;
    std::unordered_map<std::string, std::size_t> story_of_;
};

}  // namespace sinodex
