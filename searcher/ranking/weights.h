#pragma once

#include <array>
#include <string_view>

namespace sinodex {

// Every number that the ranking depends on, with the values that are in force.
struct Weights {
    // Articles are found by BM25 and the best of them are scored again.
    double k1 = 1.2;
    double b = 0.75;
    double min_length = 0.5;
    double title = 0.15;
    double best_passage = 0.3;
    double article_pairs = 0.25;
    double article_exact = 0.1;

    // Passages, by what they hold and by where they stand.
    double passage_k1 = 1.2;
    double passage_b = 0.6;
    double other_form = 0.9;
    double in_article = 0.25;
    double passage_pairs = 0.1;
    double centrality = 1.75;
    double smoothing = 50;
    double article = 1.0;
};

struct WeightInfo {
    std::string_view name;
    double Weights::*member;
    std::string_view meaning;
};

// The same as a table, for programs that print, vary or learn weights.
inline constexpr std::array<WeightInfo, 15> kWeightTable{{
    {"k1", &Weights::k1, "BM25 of articles: how slowly a repeated word saturates"},
    {"b", &Weights::b, "BM25 of articles: how much length counts against them, 0 to 1"},
    {"min_length", &Weights::min_length, "a shorter article counts as so long; 1 is the average"},
    {"title", &Weights::title, "of a word in the title, beside the same word in the article"},
    {"best_passage", &Weights::best_passage, "of the best passage's words, for its article"},
    {"article_pairs", &Weights::article_pairs,
     "of neighbouring query words that are so in an article"},
    {"article_exact", &Weights::article_exact,
     "of words that an article holds in the query's form"},
    {"passage_k1", &Weights::passage_k1, "as k1, of passages"},
    {"passage_b", &Weights::passage_b, "as b, of passages"},
    {"other_form", &Weights::other_form, "frequency of a word in another form than the query's"},
    {"in_article", &Weights::in_article, "frequency that a word elsewhere in the article lends"},
    {"passage_pairs", &Weights::passage_pairs,
     "of neighbouring query words that are so in a passage"},
    {"centrality", &Weights::centrality, "of how much a passage says of what its article is about"},
    {"smoothing", &Weights::smoothing, "length, in terms, at which centrality counts half"},
    {"article", &Weights::article, "of the article's score, for its passages"},
}};

}  // namespace sinodex
