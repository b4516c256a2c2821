// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <unordered_set>
#include <vector>

#include "corpus/schema/stories.h"
#include "searcher/ranking/article_search.h"
#include "searcher/ranking/near_filter.h"
#include "searcher/ranking/packed_phrase_filter.h"
#include "searcher/retrieval/search_tools.h"

namespace sinodex {

// An article, or a section of a long one, that the article search found, with what is stored of it.
struct OpenedArticle {
    Xapian::docid document = 0;
    std::shared_ptr<ReadArticle> article;
    double score = 0;       // of the article search
    StoryPlace version;     // among those of its story
    std::size_t place = 0;  // among those that were opened, from 0

    const Record& record() const { return article->record; }
};

// The articles that a query finds, opened step by step, the best ones first. Good for one search.
// Refers to all that it is made with. Throws Error (interrupted) at the request's bounds.
class MatchingArticles {
 public:
    // `likely`: see ArticleSearch.
    MatchingArticles(SearchTools& tools, const SearchRequest& request, const UnderstoodQuery& query,
                     const std::vector<LikelyTerm>& likely = {});

    // Begins to ask shards on other machines for the first `count` ranks, and then for the rest;
    // see ArticleSearch.
    void ask(std::size_t count, std::optional<Xapian::doccount> rest = std::nullopt);
    void take_first() { search_.take_first(); }
    void ask_rest() { search_.ask_rest(); }

    // Opens the articles of the next `count` ranks. Returns those that may hold the phrases that
    // must be there, by a look at their texts.
    std::vector<OpenedArticle> next(std::size_t count);

    // Ranks that were opened so far, and articles that were: all but those that were passed over.
    std::size_t ranks() const { return ranks_; }
    std::size_t opened() const { return opened_; }

    // Whether an article that is opened may turn out to be no match, by its phrases, its age, or
    // the tags of its passages.
    bool must_check() const {
        return has_phrases_ || since() != kNoRevision || query_.tags.has_value();
    }

    // Marks an article that was opened, so that it is not opened once more.
    void pass_over(Xapian::docid document) { passed_over_.insert(document); }

    // Whether what the query says of phrases is true of an article.
    bool holds_phrases(const OpenedArticle& article);

    // As ArticleSearch has them.
    std::uint64_t matches() const { return search_.matches(); }
    std::string description() const { return search_.description(); }

 private:
    Revision since() const { return request_.since.value_or(kNoRevision); }
    OpenedArticle open(const RankedArticle& candidate, std::size_t place);
    void add_needed(const Condition& condition);
    std::vector<bool> look_at(const std::vector<RankedArticle>& candidates);
    bool may_hold_phrases(Xapian::docid document);
    bool may_hold_words(Xapian::docid document);
    bool may_stand_near(Xapian::docid document);
    void note_holders();

    SearchTools& tools_;
    const SearchRequest& request_;
    const UnderstoodQuery& query_;
    SearchBounds bounds_;
    ArticleSearch search_;
    bool has_phrases_;
    std::vector<PackedPhraseFilter> needed_;  // phrases that must hold, whatever else does
    std::vector<NearFilter> needed_near_;     // the same, of NEAR
    bool asked_ = false;                      // other machines, for the first ranks
    std::vector<std::string> asked_holders_;  // terms
    std::unordered_set<Xapian::docid> passed_over_;
    std::size_t ranks_ = 0;
    std::size_t opened_ = 0;
};

}  // namespace sinodex
