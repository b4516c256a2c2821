// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/passage_scorer.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "searcher/ranking/answers.h"

namespace sinodex {
namespace {

double saturated(double frequency, double k1) { return frequency * (k1 + 1) / (frequency + k1); }

// How much of a surprise, in bits, a word's frequency is in an article that it is such a share of.
// `shorter`: than the average that article is; `rarity`: articles by those that hold the word.
double divergence_of(double frequency, double share, double shorter, double rarity) {
    const double surprise = frequency * std::log2(frequency * shorter * rarity) +
                            0.5 * std::log2(2 * std::numbers::pi * frequency * (1 - share));
    return (1 - share) * (1 - share) / (frequency + 1) * surprise;
}

// How certain it is, 0..1, that a passage which is so like a claim states it.
double certainty_of_statement(double likeness, const Weights& weights) {
    const double range = weights.stated_to - weights.stated_from;
    if (range <= 0) return likeness > weights.stated_from ? 1 : 0;
    return std::clamp((likeness - weights.stated_from) / range, 0.0, 1.0);
}

// The share of a query's weight that is not of words which only their translations stand for.
double share_in_own_words(const UnderstoodQuery& query, const std::vector<double>& weights) {
    std::vector<bool> translated(weights.size(), false);
    for (const QueryConcept& named : query.concepts) {
        const auto* other = std::get_if<TranslationMeaning>(&named.is);
        if (other == nullptr || other->held) continue;
        for (const std::size_t term : named.covers) translated[term] = true;
    }
    double own = 0;
    double whole = 0;
    for (std::size_t term = 0; term < weights.size(); ++term) {
        whole += weights[term];
        if (!translated[term]) own += weights[term];
    }
    return whole > 0 ? own / whole : 0;
}

}  // namespace

PassageScorer::PassageScorer(const UnderstoodQuery& query, Vocabulary& vocabulary,
                             const Weights& weights)
    : query_(query),
      vocabulary_(vocabulary),
      weights_(weights),
      passage_(query, weights, vocabulary.average_passage_length()),
      numbers_(QueryTerms(query, vocabulary).numbers()),
      idf_(term_weights(query, numbers_, vocabulary, weights)),
      evidence_(query, vocabulary, weights, neighbouring_terms(query, idf_, weights.pair_distance)),
      coverage_(query, idf_, evidence_),
      answer_distance_(query, idf_, vocabulary) {
    for (const double idf : idf_) {
        query_weight_ += idf;
        query_length_ += idf * idf;
    }
    query_length_ = std::sqrt(query_length_);
    const double own = share_in_own_words(query, idf_);
    second_look_ = (1 - passage_.claim) * std::max(0.0, 2 * own - 1);
}

const ScoredArticle& PassageScorer::score(const Record& record, const ArticleTerms& terms) {
    evidence_.read(record, terms);
    passages_ = record.passages.size();
    coverage_.read(passages_);
    if (second_look_ > 0) answer_distance_.read(record, terms);
    scored_.passages.clear();
    scored_.pairs = pairs_score(passages_);
    scored_.best_words = 0;
    scored_.best_answer = 0;
    for (std::size_t row = 0; row < passages_; ++row) {
        const ScoredPassage passage = score_passage(record, terms, row);
        scored_.best_words = std::max(scored_.best_words, passage.words);
        if (passage.answers) scored_.best_answer = std::max(scored_.best_answer, passage.words);
        scored_.pairs += pairs_score(row);
        scored_.passages.push_back(passage);
    }
    hold_presentation_against(terms);
    scored_.lead = passages_ == 0 ? 0 : coverage(0);
    scored_.title = coverage(passages_);
    scored_.divergence = divergence(terms);
    return scored_;
}

double PassageScorer::divergence(const ArticleTerms& terms) const {
    const auto length = static_cast<double>(terms.occurrences.size());
    const double shorter = vocabulary_.average_article_length() / length;
    double sum = 0;
    for (std::size_t term = 0; term < numbers_.size(); ++term) {
        double frequency = 0;
        for (std::size_t row = 0; row <= passages_; ++row) {
            frequency += evidence_.of_word(row, term);
        }
        if (frequency <= 0 || frequency >= length) continue;
        const QueryTerm& asked = query_.terms[term];
        sum += asked.weight * std::min<double>(asked.count, weights_.repeats) *
               divergence_of(frequency, frequency / length, shorter,
                             std::exp(vocabulary_.idf(numbers_[term])));
    }
    return sum;
}

ScoredPassage PassageScorer::score_passage(const Record& record, const ArticleTerms& terms,
                                           std::size_t row) {
    ScoredPassage passage;
    passage.number = static_cast<std::uint32_t>(row);
    const double norm = length_norm(terms, row);
    passage.words = words_score(row, norm);
    passage.context = score_in_context(row, norm) - passage.words;
    passage.answers = answers(query_.asked, record, record.passages[row]);
    if (passage.answers) passage.answer = weights_.answer * passage.words;
    passage.pairs = passage_.pairs * pairs_score(row);
    passage.centrality =
        passage_.centrality * query_weight_ * static_cast<double>(terms.centrality[row]);
    passage.echo =
        -passage_.echo * query_weight_ * likeness(row, static_cast<double>(terms.lengths[row]));
    passage.score = passage.words + passage.context + passage.answer + passage.pairs +
                    passage.centrality + passage.echo;
    add_coverage(passage, record, terms);
    passage.matches = evidence_.any(row);
    return passage;
}

void PassageScorer::add_coverage(ScoredPassage& passage, const Record& record,
                                 const ArticleTerms& terms) const {
    constexpr std::size_t kMostMentions = 8;
    const double share = second_look();
    if (share <= 0) return;
    const std::size_t row = passage.number;
    const Coverage coverage = coverage_.of(row);
    passage.held = coverage.held;
    passage.whole = coverage.own;
    double worth = worth_of(coverage, weights_);
    worth -= weights_.crowded * static_cast<double>(std::min(
                                    kMostMentions, mentions_within(record, record.passages[row])));
    if (static_cast<double>(terms.sizes[row]) < weights_.brief_length) worth -= weights_.brief;
    worth -= weights_.answer_apart * answer_distance_.of(row);
    passage.coverage = share * (weights_.own_words * passage.words + query_weight_ * worth);
}

// An article that examines a claim presents it first. What stands up to where it is stated, which
// is told by a passage that says much the same, is less likely to be evidence than what follows.
void PassageScorer::hold_presentation_against(const ArticleTerms& terms) {
    if (passage_.presentation <= 0) return;
    std::size_t stated = 0;
    double most = 0;
    for (std::size_t row = 0; row < passages_; ++row) {
        const double like = likeness(row, static_cast<double>(terms.lengths[row]));
        if (like > most) {
            most = like;
            stated = row;
        }
    }
    const double against =
        passage_.presentation * query_weight_ * certainty_of_statement(most, weights_);
    if (against <= 0) return;
    for (std::size_t row = 0; row <= stated; ++row) {
        scored_.passages[row].echo -= against;
        scored_.passages[row].score -= against;
    }
}

double PassageScorer::length_norm(const ArticleTerms& terms, std::size_t row) const {
    const auto size = static_cast<double>(terms.sizes[row]);
    return 1 - weights_.passage_b + weights_.passage_b * size / vocabulary_.average_passage_size();
}

double PassageScorer::words_score(std::size_t row, double norm) const {
    double score = 0;
    for (std::size_t t = 0; t < idf_.size(); ++t) {
        score += idf_[t] * saturated(evidence_.of_term(row, t) / norm, passage_.k1);
    }
    return score;
}

double PassageScorer::score_in_context(std::size_t row, double norm) const {
    double score = 0;
    for (std::size_t t = 0; t < idf_.size(); ++t) {
        const double own = evidence_.of_term(row, t);
        const double before = row > 0 ? evidence_.of_term(row - 1, t) : 0;
        const double behind = row + 1 < passages_ ? evidence_.of_term(row + 1, t) : 0;
        const double frequency = (own + passage_.neighbours * (before + behind)) / norm +
                                 weights_.title * evidence_.of_term(passages_, t) +
                                 weights_.rest * (evidence_.in_passages(t) - own);
        score += idf_[t] * saturated(frequency, passage_.k1);
    }
    return score;
}

double PassageScorer::coverage(std::size_t row) const {
    double sum = 0;
    for (std::size_t t = 0; t < idf_.size(); ++t) {
        if (evidence_.of_word(row, t) > 0) sum += idf_[t];
    }
    return sum;
}

// The cosine of the query's and a row's vectors, of which the latter is so long.
double PassageScorer::likeness(std::size_t row, double length) const {
    double product = 0;
    for (std::size_t t = 0; t < idf_.size(); ++t) {
        const double frequency = evidence_.of_word(row, t);
        if (frequency > 0) {
            product +=
                idf_[t] * vocabulary_.idf(numbers_[t]) * (1 + std::log(std::max(1.0, frequency)));
        }
    }
    return product > 0 ? product / (query_length_ * length) : 0;
}

double PassageScorer::pairs_score(std::size_t row) const {
    double score = 0;
    const std::vector<TermPair>& pairs = evidence_.pairs();
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        score += pairs[i].weight * saturated(evidence_.of_pair(row, i), passage_.k1);
    }
    return score;
}

}  // namespace sinodex
