// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "corpus/quantities/amounts.h"
#include "corpus/quantities/dates.h"
#include "corpus/schema/index_reader.h"
#include "corpus/schema/terms.h"
#include "corpus/text/analyzer.h"
#include "searcher/retrieval/search.h"
#include "searcher/understanding/understand.h"

namespace sinodex {

// All that one search needs for itself: a Xapian handle and the tools of analysis. Not thread-safe.
class Session {
 public:
    // Without a domain it is read from the index. Throws Error (database).
    explicit Session(IndexReader index, std::shared_ptr<const Domain> domain = nullptr);

    // Ranks by these weights from here on; before that the weights in force do.
    void set_weights(const Weights& weights) { tools_.set_weights(weights); }

    const std::shared_ptr<const Domain>& domain() const { return domain_; }

    SearchResult search(const SearchRequest& request);

    // The tools of this session, at the beginning of a search; see SearchTools::begin_search().
    SearchTools& begin_search();

    // The request's query, read as the request says.
    ParsedQuery read(const SearchRequest& request);

    UnderstoodQuery understood(const ParsedQuery& parsed, const Expansions& expand);
    Analyzer& query_analyzer() { return query_analyzer_; }

    const IndexReader& index() const { return index_; }

    std::uint64_t article_count() const { return index_.articles(); }
    const Revisions& revisions() const { return revisions_; }

 private:
    void search_as_spelt(const SearchRequest& request, SearchesAhead& ahead, SearchResult& result);
    void ask_ahead(const SearchRequest& request, const UnderstoodQuery& query,
                   const std::string& suggestion, SearchesAhead& ahead);
    void add_with_looser(const SearchRequest& request, UnderstoodQuery query, SearchesAhead& ahead);
    UnderstandingTools understanding_tools();

    IndexReader index_;
    Revisions revisions_;
    std::shared_ptr<const Domain> domain_;
    SearchTools tools_;
    Analyzer query_analyzer_;
    TermMaker terms_;
    AmountFinder amounts_;
    DateFinder dates_;
};

// The request, but for the versions of a story: what the query itself says of them comes first.
SearchRequest as_asked(SearchRequest request, const ParsedQuery& query);

// Tells what was odd about a query.
std::vector<SearchWarning> warnings_of(const UnderstoodQuery& query);

}  // namespace sinodex
