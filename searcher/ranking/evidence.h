// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "corpus/schema/record.h"
#include "searcher/ranking/article_terms.h"
#include "searcher/ranking/query_terms.h"
#include "searcher/ranking/sequences.h"
#include "searcher/ranking/shared_texts.h"
#include "searcher/ranking/term_weights.h"
#include "searcher/ranking/weights.h"

namespace sinodex {

// Tells what the rows of an article hold of a query: its passages and, last, its title.
//
// All evidence for a term is one frequency. An occurrence of the word counts 1, of another form of
// it `other_form`. Mentions of what the word names or means that are made in other words add the
// weight of their kind (an ambiguous name's, its share) once, however many they are: the word
// itself is always worth more. Mentions of several kinds are taken for independent evidence, which
// together stays below 1; in an article that holds the word itself, synonyms count half.
// Translations of words that no article holds count as often as the words would; those of words
// that few do, for a part of that. Words that only together give an amount or a time count `apart`
// in a passage that does not give it. What means several words of the query counts for one of them
// (see SharedTexts).
//
// Not thread-safe: one per search.
class Evidence {
 public:
    Evidence(const UnderstoodQuery& query, Vocabulary& vocabulary, const Weights& weights,
             std::vector<TermPair> pairs);

    // `terms`: of the record. Replaces what was read before.
    void read(const Record& record, const ArticleTerms& terms);

    // Returns the frequency of the word alone, and of all that is evidence for it, in a row.
    double of_word(std::size_t row, std::size_t term) const {
        return static_cast<double>(words_[row * query_.terms.size() + term]);
    }
    double of_term(std::size_t row, std::size_t term) const {
        return static_cast<double>(evidence_[row * query_.terms.size() + term]);
    }
    // The latter of all passages together.
    double in_passages(std::size_t term) const { return in_passages_[term]; }
    // How often neighbours of the query are neighbours in a row.
    double of_pair(std::size_t row, std::size_t pair) const {
        return static_cast<double>(pair_counts_[row * pairs_.size() + pair]);
    }
    const std::vector<TermPair>& pairs() const { return pairs_; }
    // Whether a row says what a concept means in other words, or by a name.
    bool mentions(std::size_t row, std::size_t named) const {
        return mentions_[row * shared_.columns() + named] > 0;
    }

    // Whether a row holds anything.
    bool any(std::size_t row) const;

 private:
    void add_concepts();
    void add_alternative(const Alternative& other, std::size_t column);
    void count_row(const ArticleTerms& terms, std::size_t row);
    void count_term(std::size_t term, bool exact, std::uint32_t position, std::size_t row);
    void count_mentions(const Record& record, const ArticleTerms& terms);
    void give_shared(std::size_t row);
    void gather(std::size_t rows);
    void gather(std::size_t row, std::size_t named);
    void weigh_parts_of_values(std::size_t row);
    void sum_up(std::size_t passages);

    const UnderstoodQuery& query_;
    Vocabulary& vocabulary_;
    const Weights& weights_;
    QueryTerms terms_;
    std::vector<TermPair> pairs_;
    std::vector<std::uint32_t> forms_;    // by term: form_of the word as typed
    std::vector<float> concept_weights_;  // by concept
    std::vector<float> repeats_;          // by concept: how much of its further mentions counts
    SharedTexts shared_;
    Sequences alternatives_;               // of concepts, by column
    std::vector<float> words_;             // rows x terms
    std::vector<float> evidence_;          // rows x terms
    std::vector<float> others_;            // the same, of what is said in other words
    std::vector<bool> says_word_;          // by term, whether the article holds the word itself
    std::vector<float> pair_counts_;       // rows x pairs
    std::vector<float> mentions_;          // rows x columns of SharedTexts
    std::vector<double> in_passages_;      // by term
    std::vector<std::int64_t> last_seen_;  // by term, a position in the row at hand
};

}  // namespace sinodex
