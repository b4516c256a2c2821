#include "searcher/ranking/passage_scorer.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "searcher/ranking/concept_mentions.h"
#include "searcher/ranking/near.h"

namespace sinodex {
namespace {

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min() / 2;

// Words of the query that are further apart are no neighbours.
constexpr std::uint32_t kMaxDistance = 3;

double saturated(double frequency, double k1) { return frequency * (k1 + 1) / (frequency + k1); }

}  // namespace

PassageScorer::PassageScorer(const UnderstoodQuery& query, Vocabulary& vocabulary,
                             Analyzer& analyzer, const Weights& weights)
    : query_(query),
      vocabulary_(vocabulary),
      analyzer_(analyzer),
      terms_(query, vocabulary),
      weights_(weights) {
    for (std::size_t i = 0; i < query.terms.size(); ++i) {
        idf_.push_back(std::min(query.terms[i].count, 3U) * query.terms[i].weight *
                       vocabulary.idf(terms_.numbers()[i]));
        query_weight_ += idf_.back();
    }
    for (const QueryConcept& named : query.concepts) {
        double weight = named.kind == QueryConcept::Kind::entity   ? weights.entity
                        : named.kind == QueryConcept::Kind::amount ? weights.amount
                                                                   : weights.time;
        double words = 0;
        for (const std::size_t term : named.covers) words += idf_[term];
        concept_weights_.push_back(weight * words);
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
                         (weights_.smoothing + vocabulary_.average_passage_length());
    for (std::size_t i = 0; i < record.passages.size(); ++i) {
        ScoredPassage passage;
        passage.number = static_cast<std::uint32_t>(i);
        const double length = normalised_length(i);
        passage.words = words_score(i, length);
        passage.concepts = concepts_score(i, length);
        const double pairs = pairs_score(i);
        passage.pairs = weights_.passage_pairs * pairs;
        passage.centrality = prior * centrality_[i];
        passage.article = weights_.article * article_score;
        passage.score =
            passage.words + passage.concepts + passage.pairs + passage.centrality + passage.article;
        const auto begin = frequencies_.begin() + static_cast<std::ptrdiff_t>(i * idf_.size());
        passage.matches = std::any_of(begin, begin + static_cast<std::ptrdiff_t>(idf_.size()),
                                      [](float frequency) { return frequency > 0; });
        for (std::size_t c = 0; c < concept_weights_.size() && !passage.matches; ++c) {
            passage.matches = mentions_[i * concept_weights_.size() + c] > 0;
        }
        scored_.best_words = std::max(scored_.best_words, passage.words + passage.concepts);
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
    numbers_.clear();
    passage_ends_.assign(rows, 0);
    for (std::size_t row = 0; row < rows; ++row) {
        const bool title = row + 1 == rows;
        const std::string_view text = title ? record.title : record.at(record.passages[row]);
        count_text(analyzer_.analyze(text), record, title ? 0 : record.passages[row].begin, row);
        for (std::size_t t = 0; t < idf_.size(); ++t) {
            in_article_[t] += frequencies_[row * idf_.size() + t];
        }
    }
    count_concepts(record);
}

void PassageScorer::count_concepts(const Record& record) {
    const std::size_t concepts = concept_weights_.size();
    mentions_.assign((record.passages.size() + 1) * concepts, 0);
    mentions_in_article_.assign(concepts, 0);
    for (std::size_t c = 0; c < concepts; ++c) {
        std::size_t row = 0;
        for (const ByteRange range : mentions_of(query_.concepts[c], record.findings)) {
            while (row < record.passages.size() && record.passages[row].end <= range.begin) ++row;
            mentions_[row * concepts + c] += 1;
            mentions_in_article_[c] += 1;
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
        const std::uint32_t number = vocabulary_.number(token);
        const int found = terms_.find(number);
        if (found != QueryTerms::kNone) {
            const auto query_term = static_cast<std::size_t>(found);
            const bool exact = query_.terms[query_term].is_typed(token.text);
            count_term(query_term, exact, token.position, row);
        }
        if (!title && token.kind != TokenKind::han_char) numbers_.push_back(number);
    }
    passage_ends_[row] = numbers_.size();
    for (std::size_t i = 0; i < query_.phrases.size(); ++i) {
        if (!scored_.phrases[i]) {
            scored_.phrases[i] = !find_places(query_.phrases[i], tokens, vocabulary_).empty();
        }
    }
}

void PassageScorer::count_term(std::size_t term, bool exact, std::uint32_t position,
                               std::size_t row) {
    frequencies_[row * idf_.size() + term] +=
        exact ? 1.0F : static_cast<float>(weights_.other_form);
    exact_[term] += exact ? 1.0F : 0.0F;
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
        const Pair& pair = pairs_[i];
        if (pair.second == term && last_seen_[pair.first] + pair.distance == position) {
            pair_frequencies_[row * pairs_.size() + i] += 1;
        }
    }
    last_seen_[term] = position;
}

void PassageScorer::measure_centrality() {
    counts_.resize(vocabulary_.size(), 0);
    passage_counts_.resize(vocabulary_.size(), 0);
    // Squares grow by 2n + 1 with each further occurrence.
    const auto weight = [this](std::uint32_t number) {
        const double idf = vocabulary_.idf(number);
        return idf * idf;
    };
    double article = 0;
    for (const std::uint32_t number : numbers_) {
        article += weight(number) * static_cast<double>(2 * counts_[number] + 1);
        counts_[number] += 1;
    }
    std::size_t begin = 0;
    for (std::size_t row = 0; row + 1 < passage_ends_.size(); ++row) {
        double product = 0;
        double passage = 0;
        for (std::size_t i = begin; i < passage_ends_[row]; ++i) {
            const std::uint32_t number = numbers_[i];
            product += weight(number) * static_cast<double>(counts_[number]);
            passage += weight(number) * static_cast<double>(2 * passage_counts_[number] + 1);
            passage_counts_[number] += 1;
        }
        for (std::size_t i = begin; i < passage_ends_[row]; ++i) passage_counts_[numbers_[i]] = 0;
        begin = passage_ends_[row];
        if (passage > 0) centrality_[row] = product / std::sqrt(passage * article);
    }
    for (const std::uint32_t number : numbers_) counts_[number] = 0;
}

double PassageScorer::normalised_length(std::size_t row) const {
    return 1 - weights_.passage_b +
           weights_.passage_b * static_cast<double>(lengths_[row]) /
               vocabulary_.average_passage_length();
}

double PassageScorer::term_score(std::size_t term, std::size_t row, double length) const {
    const float own = frequencies_[row * idf_.size() + term];
    const bool elsewhere = in_article_[term] > own;
    const double frequency =
        static_cast<double>(own) / length + (elsewhere ? weights_.in_article : 0);
    return idf_[term] * saturated(frequency, weights_.passage_k1);
}

double PassageScorer::words_score(std::size_t row, double length) const {
    double score = 0;
    for (std::size_t t = 0; t < idf_.size(); ++t) score += term_score(t, row, length);
    return score;
}

double PassageScorer::concepts_score(std::size_t row, double length) const {
    double score = 0;
    for (std::size_t c = 0; c < concept_weights_.size(); ++c) {
        const float own = mentions_[row * concept_weights_.size() + c];
        const bool elsewhere = mentions_in_article_[c] > own;
        const double frequency =
            static_cast<double>(own) / length + (elsewhere ? weights_.in_article : 0);
        double words = 0;
        for (const std::size_t term : query_.concepts[c].covers) {
            words += term_score(term, row, length);
        }
        const double whole = concept_weights_[c] * saturated(frequency, weights_.passage_k1);
        score += std::max(0.0, whole - words);
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
