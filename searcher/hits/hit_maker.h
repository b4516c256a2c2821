// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "corpus/schema/index_reader.h"
#include "corpus/schema/stories.h"
#include "corpus/text/analyzer.h"
#include "searcher/api/hit.h"
#include "searcher/api/request.h"
#include "searcher/ranking/passage_scorer.h"

namespace sinodex {

// A hit is made of a passage of an article, or of a section of one.
struct HitSource {
    Xapian::docid document = 0;
    const Record& record;
    ScoredPassage passage;
    double score = 0;          // of the hit
    double article_score = 0;  // as the article search gave it
    double article_extra = 0;  // what looking into the article added to it
};

// Makes hits: ids and scores, and unless the request does without texts the passage with what
// matches in it marked, its best sentences and its neighbours. Refers to all that it is made with.
class HitMaker {
 public:
    HitMaker(const IndexReader& index, const Stories& stories, Analyzer& analyzer,
             Vocabulary& vocabulary, const SearchRequest& request, const UnderstoodQuery& query);

    // `rank`: from 1.
    SearchHit make(const HitSource& source, std::size_t rank);

 private:
    void mark(const Record& record, std::uint32_t number, SearchHit& hit);

    const IndexReader& index_;
    const Stories& stories_;
    Analyzer& analyzer_;
    Vocabulary& vocabulary_;
    const SearchRequest& request_;
    const UnderstoodQuery& query_;
    QueryTerms terms_;
};

}  // namespace sinodex
