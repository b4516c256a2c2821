// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "bench/findings/story_pairs.h"
#include "corpus/schema/stories.h"

namespace sinodex {

// Pairs of one kind, and how many of them were found.
struct StoryKindFigures {
    std::string name;
    std::size_t pairs = 0;
    std::size_t found = 0;
    double recall() const { return static_cast<double>(found) / static_cast<double>(pairs); }
};

struct StoryFigures {
    std::size_t articles = 0;
    std::vector<StoryKindFigures> kinds;  // the first one: all
    std::size_t right = 0;                // pairs of articles in one story, rightly so
    std::vector<std::pair<std::string, std::string>> falsely;
    std::vector<StoryPair> missed;

    double precision() const;  // 1 where there are no stories
};

// Compares the stories of a database with pairs that are known. Two articles of one story are right
// when they are a pair, or follow from pairs; articles that are left out do not count.
StoryFigures compare_stories(const Stories& stories, const StoryPairs& pairs);

// Indexes all documents under `paths` together, with what `entity_files` tell of entities, and
// compares the stories found with `pairs`. Throws Error(input) for a pair with an id that no
// document has, and what indexing throws.
StoryFigures measure_stories(const std::vector<std::string>& paths,
                             const std::vector<std::string>& entity_files, const StoryPairs& pairs);

}  // namespace sinodex
