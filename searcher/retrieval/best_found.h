// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "searcher/retrieval/article_judge.h"

namespace sinodex {

// A passage that may become a hit.
struct FoundPassage {
    std::size_t article = 0;  // by its place among the judged ones
    ScoredPassage passage;
    double score = 0;
};

// The best of what was found, as many as the request wants, the best one first: of a story's
// versions the best-written one that was found, and so many passages of one article, as the request
// says. Equal scores are ordered by article id and passage number; where nothing scores, the newest
// article comes first (`by_date`).
std::vector<FoundPassage> best_found(std::vector<FoundPassage> found,
                                     const std::vector<JudgedArticle>& articles,
                                     const SearchRequest& request, bool by_date);

}  // namespace sinodex
