#pragma once

#include <vector>

#include "corpus/schema/record.h"
#include "corpus/text/analyzer.h"
#include "searcher/ranking/query_terms.h"
#include "searcher/ranking/weights.h"

namespace sinodex {

struct ScoredPassage {
    std::uint32_t number = 0;  // within the record, from 0
    double score = 0;
    double words = 0;    // the part of the score that comes from the passage's and its context's words
    double article = 0;  // the part that comes from the article's score
    bool matches = false;  // the passage itself holds a term of the query
};

// Scores the passages of articles. The formula is BM25F (Robertson, Zaragoza, Taylor: Simple BM25
// extension to multiple weighted fields, 2004) over four fields: the passage, its neighbours, the
// article's title, the rest of the article; plus a part of the article's own score, so that a
// passage is judged by what it says and by where it stands.
//
// Not thread-safe: one per search. The tools are the calling thread's.
class PassageScorer {
   public:
    // `idf`: of each of the query's terms, over articles. `average_length`: of a passage, in tokens.
    PassageScorer(const UnderstoodQuery& query, std::vector<double> idf, double average_length,
                  Analyzer& analyzer, TermMaker& maker, const Weights& weights);

    // The passages of `record`, in their order. Valid until the next call.
    const std::vector<ScoredPassage>& score(const Record& record, double article_score);

    // Which of the query's phrases stand in a passage or the title of the record just scored.
    const std::vector<bool>& phrases_found() const { return phrases_found_; }

   private:
    void count(const Record& record);
    void count_text(const std::vector<Token>& tokens, const std::vector<ByteRange>& muted,
                    std::uint32_t offset, float* frequencies, float& length);
    double words_score(std::size_t passage) const;

    const UnderstoodQuery& query_;
    std::vector<double> idf_;
    double average_length_;
    Analyzer& analyzer_;
    QueryTerms terms_;
    const Weights& weights_;

    std::vector<float> frequencies_;  // passages x terms
    std::vector<float> lengths_;      // of passages, in tokens
    std::vector<float> in_title_;     // by term
    std::vector<float> in_article_;   // by term, all passages together
    std::vector<bool> phrases_found_;
    std::vector<ScoredPassage> scored_;
};

}  // namespace sinodex
