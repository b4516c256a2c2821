// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "searcher/retrieval/best_found.h"

namespace sinodex {

// Adds to passages what is known only when all of them have their scores:
//
//   coverage  what PassageScorer found out about each, see there; less for one in another
//             language than the query's, where a passage in that holds all of its words; and
//             what is missing to be first, for the best one in the query's language that holds
//             nearly all of the query in whatever words
//   standing  how its article stands beside the best one that was looked into, by the search's
//             score, by all of its score, and by its place; and, against it, how far the article
//             repeats the query's words
//   likeness  how like the best ten and the best five passages it is: passages that answer are like
//             each other (pseudo-relevance feedback, Rocchio 1971, as Feedback has it for articles)
//
// All count as shares of `query_weight`, and by `share`, which is 0 for claims. Not for a list of
// articles. Terms are numbered below `vocabulary_size`.
class SecondLook {
 public:
    SecondLook(const std::vector<JudgedArticle>& articles, SearchTools& tools, double query_weight,
               double share);

    // `chinese`: whether the query is.
    void add_to(std::vector<FoundPassage>& found, bool chinese);

 private:
    bool is_own(const FoundPassage& one, bool chinese) const;
    void hold_other_language_against(std::vector<FoundPassage>& found, bool chinese) const;
    void put_own_language_first(std::vector<FoundPassage>& found, bool chinese) const;
    double standing_of(const JudgedArticle& article) const;
    void add_likeness(std::vector<FoundPassage>& found);
    std::vector<TermWeight> vector_of(const FoundPassage& found) const;

    const std::vector<JudgedArticle>& articles_;
    SearchTools& tools_;
    const Weights& weights_;
    double query_weight_;
    double worth_;                           // what 1 is worth
    double best_found_ = 0, best_full_ = 0;  // of all articles, without and with `extra`
};

}  // namespace sinodex
