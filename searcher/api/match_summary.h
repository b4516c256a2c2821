// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/api/result.h"

namespace sinodex {

// A view looks at so many articles and sections of long ones at most, the best matches first;
// without anything to score by, the newest.
inline constexpr std::uint64_t kMostViewed = 10'000;

// Says which articles a view counts as matching. One of several words is not enough: the words that
// an article holds, in any form, by a synonym or by a mention of what they name, must make up three
// quarters of the query by their rarity; where no article does so, half of it; and where none does
// that, any word will do.
enum class Counted {
    matching,    // all that match: one word, or conditions that say what must hold
    most_words,  // those with three quarters of the query
    half_words,
    any_word,
};

// Every view says this about the articles that it counts.
//
// All versions of a story are one article, unless SearchRequest::collapse is off; so are the
// sections of a long article, of which those count that match. Phrases must hold: a view never
// loosens them as a search does.
struct MatchSummary {
    std::string query;           // as it was read
    std::string interpretation;  // how it was understood, in one line
    std::vector<SearchWarning> warnings;
    Counted counted = Counted::matching;
    std::uint64_t articles = 0;  // that match and were counted
    bool complete = true;        // false: more match than the view looks at
    double took_ms = 0;
    std::vector<MissingShard> missing_shards;  // that were not searched, with a warning for each
};

}  // namespace sinodex
