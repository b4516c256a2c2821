// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/api/hit.h"
#include "searcher/api/request.h"

namespace sinodex {

// Holds what a user has said of an article or a passage.
struct SavedMark {
    std::set<std::string> tags;
    std::string note;
    std::string text;  // how the passage began when it was last marked; empty of an article
    std::string at;    // when that was, 2026-11-30T08:00:00Z
};

// A user's own work with a database: tags and notes on articles and passages, and searches that
// have names.
struct SavedWork {
    std::map<std::string, SavedMark> marks;  // by id
    // Maps each name to the parameters of its search, a JSON object that values_of_json() reads.
    std::map<std::string, std::string> searches;
    // The ids that have each tag, for SearchRequest::tags; never null.
    std::shared_ptr<const TaggedIds> tags = std::make_shared<const TaggedIds>();
    std::size_t lines = 0;                 // that it was read from
    std::vector<std::size_t> passed_over;  // numbers of those that say something else, from 1
    std::string others;                    // these lines
    std::string problem;                   // why nothing could be read; else empty
};

// Reads lines of JSON, each of which is a change; later ones go before earlier ones:
//
//   {"tag":"fine","id":"wire/a.txt#2","text":"The regulator said","at":"2026-11-30T08:00:00Z"}
//   {"untag":"fine","id":"wire/a.txt#2","at":...}
//   {"note":"ask them","id":"wire/a.txt","at":...}                  an empty note takes it away
//   {"search":"didi","request":{"query":"company:didi"},"at":...}   an empty request likewise
//
// Lines that say something else are passed over; a last one that is cut short is none.
SavedWork read_saved_work(std::string_view lines);

// The same work in as few lines as say it, those included that were passed over.
std::string saved_lines(const SavedWork& work);

// Fills in what is said of a passage and of its article: each tag once, and both notes.
void describe(SearchHit& hit, const SavedWork& work);

}  // namespace sinodex
