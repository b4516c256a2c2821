#pragma once

#include <xapian.h>

#include <memory>
#include <string>

#include "corpus/quantities/amounts.h"
#include "corpus/quantities/dates.h"
#include "corpus/schema/terms.h"
#include "corpus/text/analyzer.h"
#include "searcher/search.h"
#include "searcher/understanding/domain.h"

namespace sinodex {

// All that one search needs for itself: a Xapian handle and the tools of analysis. Not thread-safe.
class Session {
 public:
    // `generation_path`: of a sealed generation. Throws Error (database).
    // Without a domain it is read from there.
    Session(const std::string& generation_path, const Weights& weights,
            std::shared_ptr<const Domain> domain = nullptr);

    const std::shared_ptr<const Domain>& domain() const { return domain_; }

    SearchResult search(const SearchRequest& request);

    // Every article that matches, for views; see Search::visit_articles.
    void visit_articles(const SearchRequest& request, std::size_t limit, bool passages,
                        const VisitArticle& visit);

    // As Searcher's.
    Figures figures(const SearchRequest& request);
    SearchResult more_like(const std::string& id, const SearchRequest& request);
    Verification verify(std::string_view quotation, std::size_t limit);

    const Xapian::Database& database() const { return database_; }

    std::uint64_t article_count() const;

 private:
    SearchTools tools();
    UnderstoodQuery understood(const ParsedQuery& parsed, bool expand);

    Weights weights_;
    Xapian::Database database_;
    std::shared_ptr<const Domain> domain_;
    Vocabulary vocabulary_;
    Analyzer query_analyzer_;
    Analyzer text_analyzer_;
    TermMaker terms_;
    AmountFinder amounts_;
    DateFinder dates_;
};

}  // namespace sinodex
