#pragma once

#include <xapian.h>

#include <memory>
#include <string>

#include "corpus/schema/record.h"
#include "corpus/schema/terms.h"
#include "corpus/text/analyzer.h"
#include "searcher/ranking/article_search.h"
#include "searcher/ranking/passage_scorer.h"
#include "searcher/searcher.h"
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

    std::uint64_t article_count() const;

 private:
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
