// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sinodex {

// An entity that the database's knowledge has.
struct KnownEntity {
    std::string id, type;
    std::string name;            // how it is shown
    std::string filter;          // finds what mentions it: company:alibaba
    std::uint64_t articles = 0;  // that mention it; a section of a long one counts as one
};

// Says what it has to do with another one.
struct EntityRelation {
    std::string kind;      // "parent", "stake-in", as the knowledge files have it
    std::string id, name;  // of the other one
    std::string from, to;  // YYYY, YYYY-MM or YYYY-MM-DD; empty: not known, or not over
    std::string words;     // a title, how much is held; may be empty
};

struct EntityDetails : KnownEntity {
    std::string note;  // a sentence about it; may be empty
    std::vector<std::string>
        names;  // by which texts name it, but for such as mean other things too
    std::vector<EntityRelation> relations;
};

}  // namespace sinodex
