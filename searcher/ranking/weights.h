#pragma once

namespace sinodex {

// Every number that the ranking depends on.
struct Weights {
    // BM25 of articles (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009).
    double k1 = 1.2;
    double b = 0.75;
    double k3 = 1.0;          // saturation of a word that the query repeats
    double min_length = 0.5;  // a shorter article counts as so long; 1 is the average
    double title = 0.3;  // of a match in the title, beside the same match in the whole article

    // Article score: BM25 + best_passage times the score of the best passage.
    double best_passage = 0.1;

    // Passage score: a BM25 whose term frequency counts the passage's own occurrences fully and
    // those around it weakly (BM25F), plus article times the article's score.
    double passage_k1 = 1.2;
    double passage_b = 0.75;
    double in_title = 0.25;
    double in_neighbour = 0.3;
    double in_article = 0.15;
    double article = 0.4;
};

inline constexpr Weights kWeights;

}  // namespace sinodex
