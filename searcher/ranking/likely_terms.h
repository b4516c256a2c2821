// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "searcher/ranking/feedback.h"
#include "searcher/ranking/vocabulary.h"

namespace sinodex {

// A term that makes an article more likely to be relevant, whatever the query says.
struct LikelyTerm {
    std::string term;  // of the index
    double weight;     // times its BM25
};

// The terms that feedback's articles say most, by tf-idf, but for those that three in ten articles
// say: a relevance model (Lavrenko and Croft: Relevance-based language models, 2001). An article
// that says each of them about once gets `worth` for them, in all.
std::vector<LikelyTerm> likely_terms(const Feedback& feedback, const Vocabulary& vocabulary,
                                     double worth);

}  // namespace sinodex
