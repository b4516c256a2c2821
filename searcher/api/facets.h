// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/api/match_summary.h"

namespace sinodex {

struct FacetValue {
    std::string value;           // an entity's id, a source, an author, a year, a language
    std::string name;            // for people: of an entity, how it is called; else the value
    std::string filter;          // narrows a query down to it: company:alibaba
    std::uint64_t articles = 0;  // with a matching version that has it
};

// The values of one kind that the matching articles have: companies, sources, years.
struct Facet {
    std::string name;                // a type of entity ("company"), or source, author, year, lang
    std::vector<FacetValue> values;  // the most frequent first, ties by name
    std::uint64_t distinct = 0;      // values, those beyond the wanted number included
    std::uint64_t without = 0;       // articles that have none
};

// The facets that have a value: types of entities in the order of EntityType, then source, author,
// year of publication, lang. An article counts once for each value that one of its matching
// versions has, so that a query with the filter added matches as many; or more, by the words of a
// source's or author's name, or the first part of a language.
struct Facets {
    MatchSummary matches;
    std::vector<Facet> facets;
};

}  // namespace sinodex
