#include "searcher/ranking/passage_scorer.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "searcher/ranking/phrases.h"

namespace sinodex {
namespace {

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min() / 2;

// Words of the query that are further apart are no neighbours.
constexpr std::uint32_t kMaxDistance = 3;

double saturated(double frequency, double k1) { return frequency * (k1 + 1) / (frequency + k1); }

}  // namespace

PassageScorer::PassageScorer(const UnderstoodQuery& query, TermStatistics& statistics,
                             Analyzer& analyzer, TermMaker& maker, const Weights& weights)
    : query_(query),
      statistics_(statistics),
      analyzer_(analyzer),
      maker_(maker),
      terms_(query, maker),
      weights_(weights) {
    for (const QueryTerm& term : query.terms) {
        idf_.push_back(std::min(term.count, 3U) * statistics.idf(term.term));
        query_weight_ += idf_.back();
    }
    find_pairs();
}

void PassageScorer::find_pairs() {
    const auto& terms = query_.terms;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        // The next term that does not overlap this one.
        for (std::size_t j = i + 1; j < terms.size(); ++j) {
            if (terms[j].span.begin < terms[i].span.end) continue;
            const std::uint32_t distance = terms[j].position - terms[i].position;
            if (distance > 0 && distance <= kMaxDistance) {
                pairs_.push_back({i, j, distance, std::min(idf_[i], idf_[j])});
            }
            break;
        }
    }
}

const ScoredArticle& PassageScorer::score(const Record& record, double article_score) {
    count(record);
    if (weights_.centrality != 0) measure_centrality();
    scored_.passages.clear();
    scored_.pairs = 0;
    scored_.best_words = 0;
    const double prior = weights_.centrality * query_weight_ * weights_.smoothing /
                         (weights_.smoothing + statistics_.average_passage_length());
    for (std::size_t i = 0; i < record.passages.size(); ++i) {
        ScoredPassage passage;
        passage.number = static_cast<std::uint32_t>(i);
        passage.words = words_score(i);
        const double pairs = pairs_score(i);
        passage.pairs = weights_.passage_pairs * pairs;
        passage.centrality = prior * centrality_[i];
        passage.article = weights_.article * article_score;
        passage.score = passage.words + passage.pairs + passage.centrality + passage.article;
        const auto begin = frequencies_.begin() + static_cast<std::ptrdiff_t>(i * idf_.size());
        passage.matches = std::any_of(begin, begin + static_cast<std::ptrdiff_t>(idf_.size()),
                                      [](float frequency) { return frequency > 0; });
        scored_.best_words = std::max(scored_.best_words, passage.words);
        scored_.pairs += pairs;
        scored_.passages.push_back(passage);
    }
    scored_.pairs += pairs_score(record.passages.size());
    scored_.exact = 0;
    for (std::size_t t = 0; t < idf_.size(); ++t) {
        scored_.exact += idf_[t] * saturated(static_cast<double>(exact_[t]), weights_.k1);
    }
    return scored_;
}

void PassageScorer::count(const Record& record) {
    const std::size_t rows = record.passages.size() + 1;
    frequencies_.assign(rows * idf_.size(), 0);
    pair_frequencies_.assign(rows * pairs_.size(), 0);
    lengths_.assign(rows, 0);
    in_article_.assign(idf_.size(), 0);
    exact_.assign(idf_.size(), 0);
    centrality_.assign(rows, 0);
    scored_.phrases.assign(query_.phrases.size(), false);
    term_numbers_.clear();
    article_terms_.clear();
    passage_terms_.resize(rows);
    for (auto& terms : passage_terms_) terms.clear();
    for (std::size_t row = 0; row < rows; ++row) {
        const bool title = row + 1 == rows;
        const std::string_view text = title ? record.title : record.at(record.passages[row]);
        count_text(analyzer_.analyze(text), record, title ? 0 : record.passages[row].begin, row);
        for (std::size_t t = 0; t < idf_.size(); ++t) {
            in_article_[t] += frequencies_[row * idf_.size() + t];
        }
    }
}

void PassageScorer::count_text(const std::vector<Token>& tokens, const Record& record,
                               std::uint32_t offset, std::size_t row) {
    const bool title = row == record.passages.size();
    last_seen_.assign(idf_.size(), kNever);
    auto muted = record.boilerplate.begin();
    for (const Token& token : tokens) {
        if (!title) {
            const std::uint32_t begin = token.range.begin + offset;
            while (muted != record.boilerplate.end() && muted->end <= begin) ++muted;
            if (muted != record.boilerplate.end() && muted->begin <= begin) continue;
        }
        lengths_[row] += 1;
        const std::string_view term = maker_.term(token);
        const int number = terms_.find(term);
        if (number != QueryTerms::kNone) {
            const auto query_term = static_cast<std::size_t>(number);
            const bool exact = query_.terms[query_term].word == token.text;
            count_term(query_term, exact, token.position, row);
        }
        if (weights_.centrality != 0 && token.kind != TokenKind::han_char && !title) {
            note_term(term, row);
        }
    }
    for (std::size_t i = 0; i < query_.phrases.size(); ++i) {
        if (!scored_.phrases[i]) {
            scored_.phrases[i] = !find_phrase(query_.phrases[i], tokens).empty();
        }
    }
}

void PassageScorer::count_term(std::size_t term, bool exact, std::uint32_t position,
                               std::size_t row) {
    frequencies_[row * idf_.size() + term] += exact ? 1.0F : static_cast<float>(weights_.other_form);
    exact_[term] += exact ? 1.0F : 0.0F;
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
        const Pair& pair = pairs_[i];
        if (pair.second == term && last_seen_[pair.first] + pair.distance == position) {
            pair_frequencies_[row * pairs_.size() + i] += 1;
        }
    }
    last_seen_[term] = position;
}

void PassageScorer::note_term(std::string_view term, std::size_t passage) {
    const auto [place, fresh] = term_numbers_.try_emplace(
        content_hash(term), static_cast<std::uint32_t>(article_terms_.size()));
    if (fresh) article_terms_.push_back({statistics_.idf(term), 0});
    article_terms_[place->second].count += 1;
    passage_terms_[passage].push_back(place->second);
}

void PassageScorer::measure_centrality() {
    double article = 0;
    for (const ArticleTerm& term : article_terms_) {
        article += term.idf * term.idf * term.count * term.count;
    }
    std::vector<double> counts(article_terms_.size(), 0);
    for (std::size_t i = 0; i + 1 < passage_terms_.size(); ++i) {
        double product = 0;
        double passage = 0;
        for (const std::uint32_t number : passage_terms_[i]) {
            const ArticleTerm& term = article_terms_[number];
            const double weight = term.idf * term.idf;
            product += weight * term.count;
            passage += weight * (2 * counts[number] + 1);  // the square of the growing count
            counts[number] += 1;
        }
        for (const std::uint32_t number : passage_terms_[i]) counts[number] = 0;
        if (passage > 0) centrality_[i] = product / std::sqrt(passage * article);
    }
}

double PassageScorer::words_score(std::size_t row) const {
    const std::size_t terms = idf_.size();
    const float* own = frequencies_.data() + row * terms;
    const double length = 1 - weights_.passage_b +
                          weights_.passage_b * static_cast<double>(lengths_[row]) /
                              statistics_.average_passage_length();
    double score = 0;
    for (std::size_t t = 0; t < terms; ++t) {
        const bool elsewhere = in_article_[t] > own[t];
        const double frequency =
            static_cast<double>(own[t]) / length + (elsewhere ? weights_.in_article : 0);
        score += idf_[t] * saturated(frequency, weights_.passage_k1);
    }
    return score;
}

double PassageScorer::pairs_score(std::size_t row) const {
    double score = 0;
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
        const float frequency = pair_frequencies_[row * pairs_.size() + i];
        score += pairs_[i].idf * saturated(static_cast<double>(frequency), weights_.passage_k1);
    }
    return score;
}

}  // namespace sinodex
