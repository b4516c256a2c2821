// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>

#include "searcher/api/result.h"
#include "searcher/retrieval/article_judge.h"

namespace sinodex {

// Answers a query: opens the articles that it finds, scores their passages, keeps the best, and
// makes hits of them. Fills in a result's articles, hits, and stages where the request wants them.
// Throws Error (interrupted) at the request's bounds.
void run_search(SearchTools& tools, const SearchRequest& request, const UnderstoodQuery& query,
                SearchResult& result);

// An article, or a section of a long one, that matches.
struct MatchingArticle {
    Xapian::docid document = 0;
    const Record& record;
    double score = 0;  // of the article search
};

// These take an article; false when they have seen enough. The passages are those of the article,
// scored, and valid until the next one.
using VisitArticle = std::function<bool(const MatchingArticle&)>;
using VisitPassages = std::function<bool(const MatchingArticle&, const ScoredArticle& passages)>;

// Calls `visit` with every article that matches, the best ones first, up to `limit`; of a story's
// versions only with the first (unless the request says otherwise). Where no passages are asked
// for, articles are analysed only to look for phrases. Throws Error (interrupted) at the request's
// bounds.
void visit_articles(SearchTools& tools, const SearchRequest& request, const UnderstoodQuery& query,
                    std::size_t limit, const VisitArticle& visit);
void visit_passages(SearchTools& tools, const SearchRequest& request, const UnderstoodQuery& query,
                    std::size_t limit, const VisitPassages& visit);

}  // namespace sinodex
