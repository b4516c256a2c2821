#pragma once

#include <cstdint>
#include <vector>

#include "corpus/schema/record.h"
#include "searcher/api/weights.h"
#include "searcher/ranking/article_terms.h"
#include "searcher/ranking/query_terms.h"
#include "searcher/ranking/sequences.h"
#include "searcher/ranking/vocabulary.h"

namespace sinodex {

struct ScoredPassage {
    std::uint32_t number = 0;  // within the record, from 0
    double score = 0;          // the sum of the parts below
    double words = 0;          // what it holds of the query
    double concepts = 0;       // what the query names and this mentions in other words
    double pairs = 0;          // neighbouring words of the query that are neighbours here
    double centrality = 0;     // how much it says of what its article is about
    double echo = 0;           // how much it says nothing but the query; not above 0
    double article = 0;        // from the article's score, which the search adds
    bool matches = false;      // the passage itself holds a term of the query
};

struct ScoredArticle {
    std::vector<ScoredPassage> passages;  // in their order
    double pairs = 0;                     // of the whole article, before any weight
    double best_words = 0;                // the largest `words` of a passage
    double lead = 0;                      // idf of the query's terms that the first passage holds
    double title = 0;                     // the same of the title
};

// Scores the passages of articles:
//
//   words       BM25 (Robertson and Zaragoza: The probabilistic relevance framework, 2009) with the
//               idf of articles; another form of a word counts a little less
//   concepts    what the query names (an entity, an amount, a time), where the passage mentions it:
//               its words' weight, scaled, as far as the words themselves do not give it already;
//               or says it in other words, or mentions what belongs to it. Of several for the same
//               words the best one counts
//   pairs       as the ordered pairs of the sequential dependence model (Metzler and Croft: A
//               Markov random field model for term dependencies, 2005), saturated as words are
//   centrality  the passage's (see ArticleTermsReader), times the weight of the whole query. The
//               shorter passages are, the less their words alone tell and the more this counts,
//               as in Dirichlet smoothing (Zhai and Lafferty 2004): smoothing / (smoothing +
//               length)
//   echo        against passages that only repeat the query, since they do not answer it: the
//               cosine of the passage's and the query's tf-idf vectors, times the weight of the
//               whole query
//
// Not thread-safe: one per search.
class PassageScorer {
 public:
    PassageScorer(const UnderstoodQuery& query, Vocabulary& vocabulary, const Weights& weights);

    // What a passage would score that held all of the query.
    double query_weight() const { return query_weight_; }

    // `terms`: of the record. Valid until the next call.
    const ScoredArticle& score(const Record& record, const ArticleTerms& terms);

 private:
    // Neighbouring terms of the query.
    struct Pair {
        std::size_t first, second;
        std::uint32_t distance;  // of their positions
        double idf;
    };
    void find_pairs();
    void count(const Record& record, const ArticleTerms& terms);
    void count_row(const ArticleTerms& terms, std::size_t row);
    void count_term(std::size_t term, bool exact, std::uint32_t position, std::size_t row);
    void weigh_misspelt();
    void weigh_translated();
    void weigh_concepts();
    void count_concepts(const Record& record, const ArticleTerms& terms);
    double term_score(std::size_t term, std::size_t row, double length) const;
    double words_score(std::size_t row, double length) const;
    double concepts_score(std::size_t row, double length) const;
    double normalised_length(std::size_t row) const;
    double coverage(std::size_t row) const;
    double likeness(std::size_t row, double length) const;
    double pairs_score(std::size_t row) const;

    const UnderstoodQuery& query_;
    Vocabulary& vocabulary_;
    QueryTerms terms_;
    const Weights& weights_;
    std::vector<std::uint32_t> forms_;  // by term: form_of the word as typed
    std::vector<double> idf_;           // by term, times how often the query says it
    std::vector<Pair> pairs_;
    double query_weight_ = 0;  // the sum of idf_
    double query_length_ = 0;  // of the query's tf-idf vector
    std::vector<double> concept_weights_;
    std::vector<std::size_t> same_words_;  // by concept: the first one of the same words
    Sequences synonyms_;                   // of concepts

    // Of the article at hand. Rows: its passages, then one for its title.
    std::vector<float> frequencies_;             // rows x terms
    std::vector<float> pair_frequencies_;        // rows x pairs
    std::vector<float> mentions_;                // rows x concepts
    mutable std::vector<double> best_concepts_;  // by concept, of the row at hand
    std::vector<float> lengths_;                 // by row, in terms
    std::vector<std::int64_t> last_seen_;        // by term, a position in the text at hand
    ScoredArticle scored_;
};

}  // namespace sinodex
