// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <set>
#include <string>
#include <vector>

#include "corpus/schema/index_reader.h"
#include "corpus/schema/stories.h"

namespace sinodex {

// The stories of which an index holds several versions, from the signatures that its documents
// have. The best-written version of each stands first: the one that mentions most entities, amounts
// and dates that can be recognised, since rewriting loses some; then the oldest; then the longest;
// then by id. Articles are taken in the order of their ids, whatever the history.
Stories find_stories(const std::vector<Segment>& segments);

// The same after a change, from what was known `before`. The stories of new articles and of those
// like them, and those that have lost one, are found anew; others stay. `gone`: ids of articles
// that were removed or replaced. New are the documents of the last segment from `first_new` on.
// All signatures are read, but no more of articles that are unlike the new ones.
//
// It is the same but for the bounds of find_clusters on very frequent facts.
Stories update_stories(const Stories& before, const std::set<std::string>& gone,
                       const std::vector<Segment>& segments, Xapian::docid first_new);

// The stories of an index: those that it has stored; of several that are read as one, whose
// versions may be in several of them, found anew. Words alone tell of none.
Stories stories_of(const IndexReader& index);

}  // namespace sinodex
