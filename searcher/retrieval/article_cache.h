// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <memory>
#include <unordered_map>

#include "corpus/schema/record.h"
#include "searcher/ranking/article_terms.h"

namespace sinodex {

// An article, or a section of one, that was read.
struct ReadArticle {
    Record record;
    ArticleTerms terms;
    bool analysed = false;  // `terms` are known
};

// The articles that were analysed last, so that what many queries lead to is read and analysed
// once. Holds at most `budget` bytes, counted roughly. Not thread-safe.
class ArticleCache {
 public:
    explicit ArticleCache(std::size_t budget) : budget_(budget) {}

    // Nothing when it is not known.
    std::shared_ptr<ReadArticle> find(Xapian::docid document);

    // Keeps an analysed article.
    void add(Xapian::docid document, const std::shared_ptr<ReadArticle>& article);

    void clear();

 private:
    using Articles = std::unordered_map<Xapian::docid, std::shared_ptr<ReadArticle>>;

    // Two generations: what is found among the old ones becomes young again, and what stays old
    // when the young ones fill half of the budget is forgotten.
    std::size_t budget_;
    Articles young_;
    Articles old_;
    std::size_t young_bytes_ = 0;
};

}  // namespace sinodex
