#pragma once

#include <xapian.h>

#include <memory>
#include <string>

#include "corpus/quantities/amounts.h"
#include "corpus/quantities/dates.h"
#include "corpus/schema/revisions.h"
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

    // Every article that matches, for views; see Search::visit_articles. Returns the query as it
    // was understood.
    UnderstoodQuery visit_articles(const SearchRequest& request, std::size_t limit, bool passages,
                                   const VisitArticle& visit);

    const Xapian::Database& database() const { return database_; }

    std::uint64_t article_count() const;
    const Revisions& revisions() const { return revisions_; }

 private:
    // Of analysed articles.
    static constexpr std::size_t kCacheBytes = 64U << 20U;

    SearchTools search_tools();
    UnderstoodQuery understood(const ParsedQuery& parsed, bool expand);

    Weights weights_;
    Xapian::Database database_;
    Revisions revisions_;
    std::shared_ptr<const Domain> domain_;
    Vocabulary vocabulary_;
    Analyzer query_analyzer_;
    Analyzer text_analyzer_;
    ArticleTermsReader reader_;
    ArticleCache cache_{kCacheBytes};
    Feedback feedback_;
    TermMaker terms_;
    AmountFinder amounts_;
    DateFinder dates_;
};

}  // namespace sinodex
