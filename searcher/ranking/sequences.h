// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <bitset>
#include <cstdint>
#include <vector>

#include "searcher/ranking/article_terms.h"

namespace sinodex {

// Finds sequences of terms, or of words in just these forms, such as synonyms of several words,
// among the tokens of articles. Not thread-safe.
class Sequences {
 public:
    // Each position holds alternatives, as numbers of the vocabulary, or with `words` as form_of
    // folded words; none is empty. `what` is given back with every place.
    void add(std::vector<std::vector<std::uint32_t>> positions, bool words, std::size_t what,
             double weight);

    bool empty() const { return sequences_.empty(); }

    // Calls `use(what, weight)` with each place of a sequence in a row of an article.
    template <typename Use>
    void find(const ArticleTerms& terms, std::size_t row, Use use) const {
        const std::size_t begin = terms.row_begin(row);
        for (std::size_t i = begin; i < terms.row_ends[row]; ++i) {
            const TermOccurrence& last = terms.occurrences[i];
            if (!ends_[last.term % kBits] && !word_ends_[last.word % kBits]) continue;
            for (const Sequence& sequence : sequences_) {
                if (ends_at(sequence, terms, begin, i)) use(sequence.what, sequence.weight);
            }
        }
    }

 private:
    struct Sequence {
        std::vector<std::vector<std::uint32_t>> positions;
        bool words;
        std::size_t what;
        double weight;
    };
    static bool ends_at(const Sequence& sequence, const ArticleTerms& terms, std::size_t begin,
                        std::size_t at);

    static constexpr std::size_t kBits = 4096;
    std::bitset<kBits> ends_;       // most terms end no sequence: told apart by one bit
    std::bitset<kBits> word_ends_;  // the same of words
    std::vector<Sequence> sequences_;
};

}  // namespace sinodex
