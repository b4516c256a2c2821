// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/api/match_summary.h"

namespace sinodex {

struct RelatedEntity {
    std::string id;
    std::string type;  // "company", as in queries
    std::string name;
    std::string filter;  // narrows a query down to it: company:alibaba
    std::uint64_t articles = 0;
    double share = 0;            // of the matching articles, those that mention it; 0 to 1
    double share_elsewhere = 0;  // the same of the others
    double score = 0;            // by which they are ranked
    std::string example;         // a passage's id: the best one for the query that mentions it, in
                                 // the best article; empty when only titles mention it
};

// The entities that go with what a query matches, the most typical first; those that the query
// names are left out. The score is the log-likelihood ratio of T. Dunning: Accurate Methods for the
// Statistics of Surprise and Coincidence, Computational Linguistics 19 (1993), section 5:
//
//   2 (logL(p1, k1, n1) + logL(p2, k2, n2) - logL(p, k1, n1) - logL(p, k2, n2))
//   logL(p, k, n) = k log p + (n - k) log (1 - p)
//
// where k1 of the n1 matching articles mention the entity, and k2 of the n2 other ones; p1 = k1 /
// n1, p2 = k2 / n2, p = (k1 + k2) / (n1 + n2). Entities that are no more frequent in the matching
// articles are left out. Among the others, versions of a story are counted each, and sections of
// long articles too, as the index does. Where no others are left all scores are 0, and the most
// frequent come first.
struct RelatedEntities {
    MatchSummary matches;
    std::vector<RelatedEntity> entities;
    std::uint64_t others = 0;        // n2
    std::vector<std::string> asked;  // ids of those that the query names
};

}  // namespace sinodex
