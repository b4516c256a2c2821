// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/schema/record.h"
#include "searcher/ranking/answer_distance.h"
#include "searcher/ranking/coverage.h"
#include "searcher/ranking/evidence.h"
#include "searcher/ranking/passage_weights.h"

namespace sinodex {

struct ScoredPassage {
    std::uint32_t number = 0;  // within the record, from 0
    double score = 0;          // the sum of the parts below, up to `phrases`
    double words = 0;          // what it holds of the query, in these words or in others
    double context = 0;        // what title, neighbours and the rest of the article add to that
    double answer = 0;         // it holds what a question asks for: an amount, a time ...
    double pairs = 0;          // neighbouring words of the query that are neighbours here
    double centrality = 0;     // how much it says of what its article is about
    double echo = 0;           // how much it says nothing but the query; not above 0
    double phrases = 0;        // it holds phrases that stand in quotation marks
    double article = 0;        // from the article's score, which the search adds
    double coverage = 0;       // how much of the query it covers, which the search adds
    double likeness = 0;       // how like the best passages it is, which the search adds
    double held = 0;           // how much of the query it holds, 0..1, for the second look
    bool whole = false;        // it holds all of the query's words themselves
    bool answers = false;      // what `answer` is for
    bool matches = false;      // the passage itself holds a term of the query
    bool loosened = false;     // it lacks a phrase that is preferred
};

struct ScoredArticle {
    std::vector<ScoredPassage> passages;  // in their order
    double pairs = 0;                     // of the whole article, before any weight
    double best_words = 0;                // the largest `words` of a passage
    double best_answer = 0;               // the same of those that hold what a question asks for
    double lead = 0;                      // idf of the query's terms that the first passage holds
    double title = 0;                     // the same of the title
    double divergence = 0;                // of the query's words from chance, see PassageScorer
};

// Scores the passages of articles:
//
//   words       BM25 (Robertson and Zaragoza: The probabilistic relevance framework, 2009) of the
//               passage's evidence for each term (see Evidence), with the idf of articles
//   context     what the same has more when title, neighbours and the rest of the article are weak
//               fields of the passage: all of a term's frequencies saturate together, as in BM25F
//               (Robertson, Zaragoza and Taylor: Simple BM25 extension to multiple weighted fields,
//               2004)
//   answer      a share of `words` where the passage holds what a question asks for
//   pairs       as the ordered pairs of the sequential dependence model (Metzler and Croft: A
//               Markov random field model for term dependencies, 2005), saturated as words are
//   centrality  the passage's (see ArticleTermsReader), times the weight of the whole query. The
//               shorter passages are, the less their words alone tell and the more this counts,
//               as in Dirichlet smoothing (Zhai and Lafferty 2004): smoothing / (smoothing +
//               length)
//   coverage    what a model that was learned from judged passages finds in what a passage covers
//   of
//               the query (see Coverage), in its own words without any context, against brief ones,
//               which are mostly headings, against those that mention many things, and against
//               those that hold what would answer the query (see AnswerDistance) far from its
//               words, or not at all
//   echo        against passages that only repeat a claim, since they do not support it: the
//               cosine of the passage's and the query's tf-idf vectors, times the weight of the
//               whole query; and against all passages up to the one that states the claim, where
//               one does, since they present it
//
// The divergence of a whole article from randomness is a second opinion on its words, without any
// parameter and with another idea of how repetition and length count (DPH, Amati: Frequentist and
// Bayesian approach to information retrieval, 2006; with the articles that hold a word in place of
// its occurrences, as idf has them).
//
// Not thread-safe: one per search.
class PassageScorer {
 public:
    PassageScorer(const UnderstoodQuery& query, Vocabulary& vocabulary, const Weights& weights);

    // Whether the query is more of a claim than some words.
    bool is_claim() const { return passage_.claim > 0.5; }

    // Returns what all phrases in quotation marks are worth for a passage that holds them.
    double phrases_weight() const { return weights_.phrase * query_weight_; }

    // Returns what a passage would score that held all of the query.
    double query_weight() const { return query_weight_; }

    // Returns how much a second look at all passages counts, 0..1: see SecondLook.
    // What was learned of words says little of translations: it counts by how much
    // more than half of the query articles hold in its own words.
    double second_look() const { return second_look_; }

    // Returns the weight of the article's score, for its passages.
    double article_weight() const { return passage_.article; }

    // `terms`: of the record. Valid until the next call.
    const ScoredArticle& score(const Record& record, const ArticleTerms& terms);

 private:
    ScoredPassage score_passage(const Record& record, const ArticleTerms& terms, std::size_t row);
    void hold_presentation_against(const ArticleTerms& terms);
    void add_coverage(ScoredPassage& passage, const Record& record,
                      const ArticleTerms& terms) const;
    double length_norm(const ArticleTerms& terms, std::size_t row) const;
    double words_score(std::size_t row, double norm) const;
    double score_in_context(std::size_t row, double norm) const;
    double coverage(std::size_t row) const;
    double likeness(std::size_t row, double length) const;
    double pairs_score(std::size_t row) const;
    double divergence(const ArticleTerms& terms) const;

    const UnderstoodQuery& query_;
    Vocabulary& vocabulary_;
    const Weights& weights_;
    PassageWeights passage_;
    std::vector<std::uint32_t> numbers_;  // by term, in the vocabulary
    std::vector<double> idf_;             // by term: term_weights()
    Evidence evidence_;
    CoverageReader coverage_;
    AnswerDistance answer_distance_;
    double query_weight_ = 0;  // the sum of idf_
    double second_look_ = 0;
    double query_length_ = 0;  // of the query's tf-idf vector
    ScoredArticle scored_;
    std::size_t passages_ = 0;  // of the article at hand; its title's row
};

}  // namespace sinodex
