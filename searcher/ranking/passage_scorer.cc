#include "searcher/ranking/passage_scorer.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "searcher/ranking/concept_mentions.h"

namespace sinodex {
namespace {

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min() / 2;

// Words of the query that are further apart are no neighbours.
constexpr std::uint32_t kMaxDistance = 3;

double weight_of(QueryConcept::Kind kind, const Weights& weights) {
    switch (kind) {
        case QueryConcept::Kind::entity:
            return weights.entity;
        case QueryConcept::Kind::amount:
            return weights.amount;
        case QueryConcept::Kind::date:
            return weights.time;
        case QueryConcept::Kind::synonym:
            return weights.synonym;
        case QueryConcept::Kind::spelling:
            return weights.spelling;
        case QueryConcept::Kind::related:
            return weights.related;
        case QueryConcept::Kind::translation:
            return weights.translation;
    }
    return 0;
}

double saturated(double frequency, double k1) { return frequency * (k1 + 1) / (frequency + k1); }

}  // namespace

PassageScorer::PassageScorer(const UnderstoodQuery& query, Vocabulary& vocabulary,
                             const Weights& weights)
    : query_(query), vocabulary_(vocabulary), terms_(query, vocabulary), weights_(weights) {
    for (std::size_t i = 0; i < query.terms.size(); ++i) {
        const QueryTerm& term = query.terms[i];
        forms_.push_back(form_of(term.word));
        idf_.push_back(std::min(term.count, 3U) * term.weight *
                       vocabulary.idf(terms_.numbers()[i]));
    }
    weigh_misspelt();
    weigh_translated();
    for (const double idf : idf_) {
        query_weight_ += idf;
        query_length_ += idf * idf;
    }
    query_length_ = std::sqrt(query_length_);
    weigh_concepts();
    find_pairs();
}

// No article holds a misspelt word, which does not make it a telling one: its idf is that of what
// was meant.
void PassageScorer::weigh_misspelt() {
    for (const QueryConcept& named : query_.concepts) {
        if (named.kind != QueryConcept::Kind::spelling) continue;
        double idf = 0;
        for (const auto& stems : named.alternatives.front().phrase.positions) {
            idf += vocabulary_.idf(vocabulary_.number_of_term(stems.front()));
        }
        for (const std::size_t term : named.covers) {
            idf_[term] = std::min(idf_[term], idf * query_.terms[term].weight);
        }
    }
}

// Words that no article holds weigh as much together as what translates them.
void PassageScorer::weigh_translated() {
    const double unheld = vocabulary_.idf_of(0);
    for (const QueryConcept& named : query_.concepts) {
        if (named.kind != QueryConcept::Kind::translation) continue;
        std::vector<std::size_t> missing;
        for (const std::size_t term : named.covers) {
            if (vocabulary_.idf(terms_.numbers()[term]) >= unheld) missing.push_back(term);
        }
        const double share =
            named.held ? 0
                       : vocabulary_.idf_of(named.articles) / static_cast<double>(missing.size());
        for (const std::size_t term : missing) {
            idf_[term] = std::min(idf_[term], share * query_.terms[term].weight);
        }
    }
}

void PassageScorer::weigh_concepts() {
    for (std::size_t c = 0; c < query_.concepts.size(); ++c) {
        const QueryConcept& named = query_.concepts[c];
        double words = 0;
        for (const std::size_t term : named.covers) words += idf_[term];
        // What stands in for words that no article holds counts whole, unless it is switched off.
        const double weight = weight_of(named.kind, weights_);
        concept_weights_.push_back((named.held || weight == 0 ? weight : 1) * words);
        std::size_t first = 0;
        while (query_.concepts[first].covers != named.covers) ++first;
        same_words_.push_back(first);
        for (const Alternative& other : named.alternatives) {
            std::vector<std::vector<std::uint32_t>> positions;
            for (const auto& stems : other.phrase.positions) {
                auto& numbers = positions.emplace_back();
                for (const std::string& stem : stems) {
                    numbers.push_back(vocabulary_.number_of_term(stem));
                }
            }
            synonyms_.add(std::move(positions), c, other.weight);
        }
    }
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

const ScoredArticle& PassageScorer::score(const Record& record, const ArticleTerms& terms) {
    count(record, terms);
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
        passage.centrality = prior * static_cast<double>(terms.centrality[i]);
        passage.echo =
            -weights_.echo * query_weight_ * likeness(i, static_cast<double>(terms.lengths[i]));
        passage.score =
            passage.words + passage.concepts + passage.pairs + passage.centrality + passage.echo;
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
    scored_.lead = record.passages.empty() ? 0 : coverage(0);
    scored_.title = coverage(record.passages.size());
    return scored_;
}

void PassageScorer::count(const Record& record, const ArticleTerms& terms) {
    const std::size_t rows = terms.rows();
    frequencies_.assign(rows * idf_.size(), 0);
    pair_frequencies_.assign(rows * pairs_.size(), 0);
    lengths_.assign(rows, 0);
    for (std::size_t row = 0; row < rows; ++row) count_row(terms, row);
    count_concepts(record, terms);
}

void PassageScorer::count_concepts(const Record& record, const ArticleTerms& terms) {
    const std::size_t concepts = concept_weights_.size();
    mentions_.assign((record.passages.size() + 1) * concepts, 0);
    for (std::size_t c = 0; c < concepts; ++c) {
        std::size_t row = 0;
        for (const ByteRange range : mentions_of(query_.concepts[c], record.findings)) {
            while (row < record.passages.size() && record.passages[row].end <= range.begin) ++row;
            mentions_[row * concepts + c] += 1;
        }
    }
    if (synonyms_.empty()) return;
    for (std::size_t row = 0; row < terms.rows(); ++row) {
        synonyms_.find(terms, row, [&](std::size_t c, double weight) {
            mentions_[row * concepts + c] += static_cast<float>(weight);
        });
    }
}

void PassageScorer::count_row(const ArticleTerms& terms, std::size_t row) {
    const std::size_t begin = terms.row_begin(row);
    const std::size_t end = terms.row_ends[row];
    lengths_[row] = static_cast<float>(end - begin);
    last_seen_.assign(idf_.size(), kNever);
    for (std::size_t i = begin; i < end; ++i) {
        const TermOccurrence& occurrence = terms.occurrences[i];
        const int found = terms_.find(occurrence.term);
        if (found == QueryTerms::kNone) continue;
        const auto term = static_cast<std::size_t>(found);
        const bool exact = query_.terms[term].prefix || occurrence.word == forms_[term];
        count_term(term, exact, occurrence.position, row);
    }
}

void PassageScorer::count_term(std::size_t term, bool exact, std::uint32_t position,
                               std::size_t row) {
    frequencies_[row * idf_.size() + term] +=
        exact ? 1.0F : static_cast<float>(weights_.other_form);
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
        const Pair& pair = pairs_[i];
        if (pair.second == term && last_seen_[pair.first] + pair.distance == position) {
            pair_frequencies_[row * pairs_.size() + i] += 1;
        }
    }
    last_seen_[term] = position;
}

double PassageScorer::normalised_length(std::size_t row) const {
    return 1 - weights_.passage_b +
           weights_.passage_b * static_cast<double>(lengths_[row]) /
               vocabulary_.average_passage_length();
}

double PassageScorer::term_score(std::size_t term, std::size_t row, double length) const {
    const auto frequency = static_cast<double>(frequencies_[row * idf_.size() + term]);
    return idf_[term] * saturated(frequency / length, weights_.passage_k1);
}

double PassageScorer::words_score(std::size_t row, double length) const {
    double score = 0;
    for (std::size_t t = 0; t < idf_.size(); ++t) score += term_score(t, row, length);
    return score;
}

double PassageScorer::concepts_score(std::size_t row, double length) const {
    double sum = 0;
    best_concepts_.assign(concept_weights_.size(), 0);
    for (std::size_t c = 0; c < concept_weights_.size(); ++c) {
        const auto frequency = static_cast<double>(mentions_[row * concept_weights_.size() + c]);
        if (frequency <= 0) continue;
        double words = 0;
        for (const std::size_t term : query_.concepts[c].covers) {
            words += term_score(term, row, length);
        }
        const double whole =
            concept_weights_[c] * saturated(frequency / length, weights_.passage_k1);
        double& best = best_concepts_[same_words_[c]];
        const double better = std::max(best, whole - words);
        sum += better - best;
        best = better;
    }
    return sum;
}

double PassageScorer::coverage(std::size_t row) const {
    double sum = 0;
    for (std::size_t t = 0; t < idf_.size(); ++t) {
        if (frequencies_[row * idf_.size() + t] > 0) sum += idf_[t];
    }
    return sum;
}

// The cosine of the query's and a row's vectors, of which the latter is so long.
double PassageScorer::likeness(std::size_t row, double length) const {
    double product = 0;
    for (std::size_t t = 0; t < idf_.size(); ++t) {
        const auto frequency = static_cast<double>(frequencies_[row * idf_.size() + t]);
        if (frequency > 0) {
            product += idf_[t] * vocabulary_.idf(terms_.numbers()[t]) *
                       (1 + std::log(std::max(1.0, frequency)));
        }
    }
    return product > 0 ? product / (query_length_ * length) : 0;
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
