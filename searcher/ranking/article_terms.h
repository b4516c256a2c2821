// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/schema/record.h"
#include "corpus/text/analyzer.h"
#include "searcher/ranking/vocabulary.h"

namespace sinodex {

// A token of an article, as scoring sees it.
struct TermOccurrence {
    std::uint32_t term;  // number in the vocabulary
    std::uint32_t word;  // form_of its folded text: tells forms of one term apart
    std::uint32_t position;
};

// Where a sentence ends: the number of its last token + 1, and its last byte's + 1 in the article.
struct SentenceEnd {
    std::uint32_t occurrence;
    std::uint32_t byte;
};

struct TermWeight {
    std::uint32_t term;  // number in the vocabulary
    float weight;
};

// Holds what scoring needs of the text of an article, or of a section of one: the tokens of its
// rows, which are its passages and, last, its title. Boilerplate has none.
struct ArticleTerms {
    std::vector<TermOccurrence> occurrences;   // of all rows, one after the other
    std::vector<std::uint32_t> row_ends;       // in occurrences
    std::vector<SentenceEnd> sentences;        // of all passages, one after the other
    std::vector<std::uint32_t> row_sentences;  // by passage, in sentences
    std::vector<float> sizes;                  // by row, in words of English (see kTokensAWord)
    std::vector<float> centrality;             // by passage, 0..1
    std::vector<float> lengths;                // by passage, of its vector: (1 + ln frequency) idf
    std::vector<TermWeight> vector;            // of all rows: (1 + ln frequency) idf, of length 1

    std::size_t rows() const { return row_ends.size(); }
    std::size_t row_begin(std::size_t row) const { return row == 0 ? 0 : row_ends[row - 1]; }
    std::size_t sentence_begin(std::size_t row) const {
        return row == 0 ? 0 : row_sentences[row - 1];
    }
};

// Chinese has characters, pairs and longer words, all of which are tokens: so many for each word
// that the same text has in English (2.95 on the parallel paragraphs of XQuAD).
inline constexpr double kTokensAWord = 3;

// 32 bits that differ for nearly all words; of words of one term, for practical purposes for all.
std::uint32_t form_of(std::string_view word);

// Analyses an article. A passage's centrality is the cosine of its and the article's tf-idf vectors
// (as in Radev et al.: Centroid-based summarization, 2004).
class ArticleTermsReader {
 public:
    ArticleTermsReader(Vocabulary& vocabulary, Analyzer& analyzer)
        : vocabulary_(vocabulary), analyzer_(analyzer) {}

    ArticleTerms read(const Record& record);

 private:
    void read_row(std::string_view text, const Record& record, std::uint32_t offset, bool title,
                  ArticleTerms& terms);
    static void end_sentence(std::uint32_t byte, ArticleTerms& terms);
    void measure_centrality(ArticleTerms& terms);
    double measure_vector(const ArticleTerms& terms, std::size_t begin, std::size_t end,
                          std::vector<TermWeight>* vector);

    Vocabulary& vocabulary_;
    Analyzer& analyzer_;
    std::vector<std::uint32_t> numbers_;     // of the passages' terms but single Han characters
    std::vector<std::size_t> numbers_ends_;  // of the passages, in numbers_
    std::vector<float> counts_;              // by number in the vocabulary, all passages together
    std::vector<float> passage_counts_;      // the same, of the passage at hand
};

}  // namespace sinodex
