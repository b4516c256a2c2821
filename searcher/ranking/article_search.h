// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "corpus/schema/index_reader.h"
#include "searcher/ranking/likely_terms.h"
#include "searcher/ranking/local_match.h"
#include "searcher/ranking/remote_search.h"
#include "searcher/ranking/search_bounds.h"
#include "searcher/ranking/weights.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

// Finds the articles for a query by BM25: by itself where it can, else by Xapian. Its Xapian query
// uses nothing but OR, AND, AND_MAYBE, AND_NOT, filters, value ranges and scaling, so that shards
// give the same scores.
class ArticleSearch {
 public:
    // `since`: only articles with a passage that came after this revision. `likely`: further terms,
    // which move articles up and find none by themselves.
    // Throws Error (interrupted) at the bounds.
    ArticleSearch(const IndexReader& index, const UnderstoodQuery& query, const Weights& weights,
                  Revision since = kNoRevision, SearchBounds bounds = {},
                  const std::vector<LikelyTerm>& likely = {});

    // The candidates of ranks first .. first + count - 1.
    std::vector<RankedArticle> get(Xapian::doccount first, Xapian::doccount count);

    // Where shards are on other machines: begins to ask for the first so many, so that they come
    // with other things that are asked for; and, where there are more, for what is behind them: so
    // many as `rest` says, which all are if nothing is said, and at last all.
    void ask(Xapian::doccount count, std::optional<Xapian::doccount> rest = std::nullopt);
    // Those that were asked for are waited for by take_first(): so that who asks several searches
    // for the rest has all their first ones before, and sends one message.
    void take_first();
    void ask_rest();

    // In the same way, which of the articles on other machines that match have each of these terms.
    void ask_holders(const std::vector<std::string>& terms);
    std::vector<std::vector<Xapian::docid>> holders();

    // About how many documents match; exact when few do. Known after the first get.
    Xapian::doccount matches() const { return matches_; }
    std::string description() const { return description_; }

 private:
    // Is shown every article that the match looks at, and ends it by throwing. A Xapian match knows
    // no other bound: Enquire::set_time_limit() does not end one.
    class Watch : public Xapian::MatchSpy {
     public:
        explicit Watch(SearchBounds bounds) : bounds_(std::move(bounds)) {}
        void operator()(const Xapian::Document& document, double weight) override;

     private:
        SearchBounds bounds_;
        std::uint32_t seen_ = 0;
    };

    void order_ties();
    void fetch(Xapian::doccount wanted);
    void fetch_remote(Xapian::doccount wanted);
    void fetch_by_xapian(Xapian::doccount wanted);
    std::vector<RemoteSearch::Found> match_here(Xapian::doccount most);

    const IndexReader& index_;
    const bool by_date_;  // nothing scores
    Watch watch_;
    Xapian::MultiValueKeyMaker newest_first_;
    Xapian::Enquire enquire_;
    Xapian::doccount matches_ = 0;
    std::string description_;
    bool empty_ = false;
    std::optional<LocalMatch> local_;
    std::optional<RemoteSearch> remote_;
    bool some_are_here_ = false;  // of the segments, besides
    Xapian::doccount matches_here_ = 0;
    std::vector<RankedArticle> fetched_;  // the first ranks
    bool fetched_all_ = false;
    Xapian::doccount asked_ = 0;  // at first
    Xapian::doccount rest_ = 0;   // and then
};

}  // namespace sinodex
