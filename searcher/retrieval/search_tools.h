// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "corpus/schema/index_reader.h"
#include "corpus/text/analyzer.h"
#include "searcher/ranking/article_terms.h"
#include "searcher/ranking/feedback.h"
#include "searcher/ranking/packed_texts.h"
#include "searcher/ranking/vocabulary.h"
#include "searcher/ranking/weights.h"
#include "searcher/retrieval/article_cache.h"
#include "searcher/understanding/domain.h"

namespace sinodex {

// The tools with which a session reads and ranks articles. They are kept from one search to the
// next, so that what was numbered, analysed and measured once need not be again. Not thread-safe.
class SearchTools {
 public:
    // Refers to both.
    SearchTools(const IndexReader& index, const Domain& domain);
    SearchTools(const SearchTools&) = delete;
    SearchTools& operator=(const SearchTools&) = delete;

    // To be called before each search: numbers of terms that an earlier one was told may be void
    // from here on, because a vocabulary that has grown too large begins anew.
    void begin_search();

    const IndexReader& index() const { return index_; }
    const Xapian::Database& database() const { return index_.database(); }
    const Domain& domain() const { return domain_; }
    const Weights& weights() const { return weights_; }
    void set_weights(const Weights& weights) { weights_ = weights; }

    Vocabulary& vocabulary() { return vocabulary_; }
    Analyzer& analyzer() { return analyzer_; }
    ArticleTermsReader& reader() { return reader_; }
    ArticleCache& cache() { return cache_; }
    Feedback& feedback() { return feedback_; }
    PackedTexts& packed_texts() { return packed_texts_; }

 private:
    // Analysed articles may take so much memory.
    static constexpr std::size_t kCacheBytes = 64U << 20U;

    const IndexReader& index_;
    const Domain& domain_;
    Weights weights_;
    Vocabulary vocabulary_;
    Analyzer analyzer_;
    ArticleTermsReader reader_;
    ArticleCache cache_{kCacheBytes};
    Feedback feedback_;
    PackedTexts packed_texts_;
};

}  // namespace sinodex
