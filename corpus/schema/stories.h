// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
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

// The same as Stories keeps them, and valid as long as these are.
struct KeptVersion {
    std::string_view id, likeness;
};
using Story = std::span<const KeptVersion>;

StoryVersions copy_of(const Story& story);

// An article's story, and its place among the versions, from 0; no story where it has no other.
struct StoryPlace {
    const Story* story = nullptr;
    std::size_t place = 0;
};

// Tells which articles of a database are versions of one story, as its metadata keeps it: a line
// for each version, `likeness TAB id`, the best-written one first, and an empty line behind each
// story. A story may have as many versions as there are articles.
class Stories {
 public:
    Stories() = default;
    // Ids must not hold line ends; such articles are left out.
    explicit Stories(const std::vector<StoryVersions>& stories);
    static Stories decode(std::string bytes);
    std::string encode() const;

    // Each has at least two versions.
    const std::vector<Story>& all() const { return stories_; }
    // All versions of an article's story, itself included, the best-written one first; null where
    // it has no other.
    const Story* versions_of(std::string_view id) const { return place_of(id).story; }
    StoryPlace place_of(std::string_view id) const;

 private:
    struct Slot {
        std::uint32_t hash;
        std::uint32_t version;  // its number, plus one; 0: the slot is free
        std::uint32_t story;
    };

    void read_lines();
    void note_places();
    std::size_t slot_of(std::string_view id, std::size_t hash) const;

    std::unique_ptr<const std::string> bytes_;  // what all views point into, wherever this is moved
    std::vector<KeptVersion> versions_;         // of all stories
    std::vector<Story> stories_;
    std::vector<Slot> slots_;  // by id: a hash table of a power of two
};

}  // namespace sinodex
