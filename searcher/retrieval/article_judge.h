// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "searcher/ranking/passage_scorer.h"
#include "searcher/ranking/preferred_phrases.h"
#include "searcher/retrieval/matching_articles.h"

namespace sinodex {

// An opened article, and what looking into it has shown.
struct JudgedArticle : OpenedArticle {
    double extra = 0;       // that looking into it added to its score
    double divergence = 0;  // as ScoredArticle has it
    bool counts = false;    // it was looked into, and `extra` is part of its score
    ScoredPassage best;
};

// Looks into articles: scores their passages, and moves articles up that are like the best ones.
// Good for one search. Refers to all that it is made with.
class ArticleJudge {
 public:
    ArticleJudge(SearchTools& tools, const SearchRequest& request, const UnderstoodQuery& query);

    // All passages of an article. Valid until the next call.
    const ScoredArticle& score(const OpenedArticle& article);

    // Scores an article's passages, fills in what that shows, and adds those that are hits to
    // `hits`. False when the query's words stand in passages only that are older than the request
    // wants. Throws Error (interrupted) at the request's bounds.
    bool look_into(JudgedArticle& article, std::vector<ScoredPassage>& hits);

    // Adds to the articles that count what the best of them say about the others.
    void add_feedback(std::vector<JudgedArticle>& articles);

    // Adds to the articles that count what those that are most like them score, and how far the
    // query's words in them diverge from chance.
    void add_second_opinions(std::vector<JudgedArticle>& articles);

    // Returns terms of the best of the articles that count, by which a second retrieval finds more
    // of them. There are none where that cannot be told.
    std::vector<LikelyTerm> likely_terms_of(const std::vector<JudgedArticle>& articles);

    // Says of each preferred phrase whether an article that was looked into holds it.
    const std::vector<bool>& phrases_held() const { return phrases_held_; }

    // Returns what a passage would score that held all of the query, and how much a second look
    // at passages counts.
    double query_weight() const { return scorer_.query_weight(); }
    double second_look() const { return scorer_.second_look(); }

    // Returns the weight of an article's score, for its passages.
    double article_weight() const { return scorer_.article_weight(); }

 private:
    bool choose_passages(JudgedArticle& article, const ScoredArticle& scored,
                         std::vector<ScoredPassage>& hits) const;
    ScoredArticle with_phrases(const Record& record, ScoredArticle scored);
    std::vector<std::vector<bool>> phrases_in_passages(const Record& record);
    std::vector<bool> passages_wanted_by_tags(const Record& record) const;
    double learn_from_best(const std::vector<JudgedArticle>& articles, double wanted);
    double feedback_weight() const;

    SearchTools& tools_;
    const SearchRequest& request_;
    const UnderstoodQuery& query_;
    SearchBounds bounds_;
    PassageScorer scorer_;
    PreferredPhrases phrases_;
    std::vector<bool> phrases_held_;
};

}  // namespace sinodex
