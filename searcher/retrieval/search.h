#pragma once

#include <xapian.h>

#include <functional>
#include <vector>

#include "corpus/schema/record.h"
#include "corpus/text/analyzer.h"
#include "searcher/api/request.h"
#include "searcher/api/result.h"
#include "searcher/ranking/article_search.h"
#include "searcher/ranking/feedback.h"
#include "searcher/ranking/passage_scorer.h"
#include "searcher/ranking/phrases.h"
#include "searcher/retrieval/article_cache.h"
#include "searcher/understanding/domain.h"

namespace sinodex {

// What a search works with. The tools are the calling thread's.
struct SearchTools {
    const Xapian::Database& database;
    const Domain& domain;
    const Weights& weights;
    Vocabulary& vocabulary;
    Analyzer& analyzer;
    ArticleTermsReader& reader;
    ArticleCache& cache;
    Feedback& feedback;
};

// An article, or a section of a long one, that matches.
struct MatchingArticle {
    Xapian::docid document = 0;
    const Record& record;
    double score = 0;               // of the article search
    const ScoredArticle* passages;  // none where they were not asked for; valid during the visit
};

// Takes an article; false when it has seen enough.
using VisitArticle = std::function<bool(const MatchingArticle&)>;

// The work of one search, step by step: articles, their passages, the best of them as hits. Every
// object is good for one run or one visit.
class Search {
 public:
    // Refers to all that the tools refer to, and to the rest.
    Search(const SearchTools& tools, const SearchRequest& request, const UnderstoodQuery& query);

    void run(SearchResult& result);

    // Calls `visit` with every article that matches, the best ones first, up to `limit`; of a
    // story's versions only with the first (unless the request says otherwise). Only what the views
    // need is done: passages are scored when `passages` says so, or phrases must be looked for.
    void visit_articles(std::size_t limit, bool passages, const VisitArticle& visit);

 private:
    // An article that was looked into.
    struct Opened {
        Xapian::docid document = 0;
        std::shared_ptr<ReadArticle> article;
        double score = 0;     // of the article search
        double extra = 0;     // that looking into it added to the score
        bool counts = false;  // `extra` is part of its score
        ScoredPassage best;
        const std::vector<StoryVersion>* versions = nullptr;  // of its story; none of most

        const Record& record() const { return article->record; }
    };
    struct Found {
        std::size_t opened;
        ScoredPassage passage;
        double score;
    };

    bool open_more(std::size_t count);
    void add_feedback();
    void add_needed(const Condition& condition);
    bool has_phrases() const { return !query_.phrases.empty(); }
    // Whether an article that Xapian found may turn out to be no match.
    bool must_check() const { return has_phrases() || since() != kNoRevision; }
    Revision since() const { return request_.since.value_or(kNoRevision); }
    bool may_hold_phrases(const Record& record) const;
    bool holds_phrases(const Opened& article);
    const ScoredArticle& score(const Opened& article);
    bool look_into(std::size_t index);
    bool take_passages(std::size_t index, const ScoredArticle& scored);
    void find_passages();
    void find_articles();
    void collapse();
    void keep_best();
    SearchHit hit(const Found& found, std::size_t rank);
    void mark(const Record& record, std::uint32_t number, SearchHit& hit);
    void explain(SearchResult& result, double took) const;

    SearchTools tools_;
    const SearchRequest& request_;
    const UnderstoodQuery& query_;
    SearchBounds bounds_;
    ArticleSearch articles_;
    PassageScorer scorer_;
    QueryTerms query_terms_;
    std::vector<PhraseFilter> needed_;
    std::vector<Opened> opened_;
    std::vector<Found> found_;
    std::size_t ranks_ = 0;  // of the article search that were opened
};

}  // namespace sinodex
