// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "searcher/api/result.h"
#include "searcher/retrieval/article_judge.h"

namespace sinodex {

// Searches that may have to be run after another one, if that finds nothing. Shards on other
// machines are asked for all of them in the round trips that the first one takes, so that the
// others take none; without such shards they do nothing.
class SearchesAhead {
 public:
    explicit SearchesAhead(SearchTools& tools);
    ~SearchesAhead();
    SearchesAhead(const SearchesAhead&) = delete;
    SearchesAhead& operator=(const SearchesAhead&) = delete;

    void add(const SearchRequest& request, UnderstoodQuery query);
    // Waits for what was asked for, and asks for the rest of it; see ArticleSearch.
    void take_first();
    void ask_rest();

 private:
    struct One;
    SearchTools& tools_;
    std::vector<std::unique_ptr<One>> all_;
};

// Answers a query: opens the articles that it finds, scores their passages, keeps the best, and
// makes hits of them. Fills in a result's articles, hits, and stages where the request wants them.
// Throws Error (interrupted) at the request's bounds.
void run_search(SearchTools& tools, const SearchRequest& request, const UnderstoodQuery& query,
                SearchesAhead& ahead, SearchResult& result);

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

// Asks shards on other machines ahead for what a visit will ask for.
void ask_for_articles(SearchTools& tools, const SearchRequest& request,
                      const UnderstoodQuery& query, std::size_t limit);

}  // namespace sinodex
