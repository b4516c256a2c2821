#include "searcher/ranking/evidence.h"

#include <algorithm>
#include <limits>

#include "searcher/ranking/concept_mentions.h"

namespace sinodex {
namespace {

using Kind = QueryConcept::Kind;

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min() / 2;

double weight_of(const QueryConcept& named, const Weights& weights) {
    switch (named.kind) {
        case Kind::entity:
            return weights.entity / static_cast<double>(named.entities.size());
        case Kind::amount:
            return weights.amount;
        case Kind::date:
            return weights.time;
        case Kind::synonym:
            return weights.synonym;
        case Kind::spelling:
            return weights.spelling;
        case Kind::related:
            return weights.related;
        case Kind::translation:
            return weights.translation;
    }
    return 0;
}

// Whether what is mentioned may be mentioned by the query's own words.
bool has_own_words(Kind kind) {
    return kind == Kind::entity || kind == Kind::amount || kind == Kind::date;
}

}  // namespace

Evidence::Evidence(const UnderstoodQuery& query, Vocabulary& vocabulary, const Weights& weights,
                   std::vector<TermPair> pairs)
    : query_(query),
      vocabulary_(vocabulary),
      weights_(weights),
      terms_(query, vocabulary),
      pairs_(std::move(pairs)) {
    for (const QueryTerm& term : query.terms) forms_.push_back(form_of(term.word));
    add_concepts();
}

void Evidence::add_concepts() {
    for (std::size_t c = 0; c < query_.concepts.size(); ++c) {
        const QueryConcept& named = query_.concepts[c];
        // What stands in for words that no article holds counts whole, unless it is switched off.
        const double weight = weight_of(named, weights_);
        concept_weights_.push_back(static_cast<float>(named.held || weight == 0 ? weight : 1));
        for (const Alternative& other : named.alternatives) {
            std::vector<std::vector<std::uint32_t>> positions;
            for (const auto& stems : other.phrase.positions) {
                auto& numbers = positions.emplace_back();
                for (const std::string& stem : stems) {
                    numbers.push_back(vocabulary_.number_of_term(stem));
                }
            }
            alternatives_.add(std::move(positions), c, other.weight);
        }
    }
}

void Evidence::read(const Record& record, const ArticleTerms& terms) {
    const std::size_t rows = terms.rows();
    words_.assign(rows * query_.terms.size(), 0);
    pair_counts_.assign(rows * pairs_.size(), 0);
    for (std::size_t row = 0; row < rows; ++row) count_row(terms, row);
    count_mentions(record, terms);
    evidence_ = words_;
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t c = 0; c < query_.concepts.size(); ++c) gather(row, c);
    }
    sum_up(record.passages.size());
}

void Evidence::count_row(const ArticleTerms& terms, std::size_t row) {
    last_seen_.assign(query_.terms.size(), kNever);
    for (std::size_t i = terms.row_begin(row); i < terms.row_ends[row]; ++i) {
        const TermOccurrence& occurrence = terms.occurrences[i];
        const int found = terms_.find(occurrence.term);
        if (found == QueryTerms::kNone) continue;
        const auto term = static_cast<std::size_t>(found);
        const bool exact = query_.terms[term].prefix || occurrence.word == forms_[term];
        count_term(term, exact, occurrence.position, row);
    }
}

void Evidence::count_term(std::size_t term, bool exact, std::uint32_t position, std::size_t row) {
    words_[row * query_.terms.size() + term] +=
        exact ? 1.0F : static_cast<float>(weights_.other_form);
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
        const TermPair& pair = pairs_[i];
        if (pair.second == term && last_seen_[pair.first] + pair.distance == position) {
            pair_counts_[row * pairs_.size() + i] += 1;
        }
    }
    last_seen_[term] = position;
}

void Evidence::count_mentions(const Record& record, const ArticleTerms& terms) {
    const std::size_t concepts = query_.concepts.size();
    mentions_.assign(terms.rows() * concepts, 0);
    for (std::size_t c = 0; c < concepts; ++c) {
        std::size_t row = 0;
        for (const ByteRange range : mentions_of(query_.concepts[c], record.findings)) {
            while (row < record.passages.size() && record.passages[row].end <= range.begin) ++row;
            mentions_[row * concepts + c] += 1;
        }
    }
    if (alternatives_.empty()) return;
    for (std::size_t row = 0; row < terms.rows(); ++row) {
        alternatives_.find(terms, row, [&](std::size_t c, double weight) {
            mentions_[row * concepts + c] += static_cast<float>(weight);
        });
    }
}

// Adds a concept's mentions in a row to the evidence for the words that it stands for.
void Evidence::gather(std::size_t row, std::size_t named) {
    const float mentions = mentions_[row * query_.concepts.size() + named];
    if (mentions <= 0) return;
    const QueryConcept& what = query_.concepts[named];
    for (const std::size_t term : what.covers) {
        const std::size_t at = row * query_.terms.size() + term;
        const float own = has_own_words(what.kind) ? words_[at] : 0;
        evidence_[at] += concept_weights_[named] * std::clamp(mentions - own, 0.0F, 1.0F);
    }
}

void Evidence::sum_up(std::size_t passages) {
    in_passages_.assign(query_.terms.size(), 0);
    for (std::size_t row = 0; row < passages; ++row) {
        for (std::size_t t = 0; t < in_passages_.size(); ++t) in_passages_[t] += of_term(row, t);
    }
}

bool Evidence::any(std::size_t row) const {
    const auto holds = [row](const std::vector<float>& values, std::size_t columns) {
        const auto begin = values.begin() + static_cast<std::ptrdiff_t>(row * columns);
        return std::any_of(begin, begin + static_cast<std::ptrdiff_t>(columns),
                           [](float value) { return value > 0; });
    };
    return holds(words_, query_.terms.size()) || holds(mentions_, query_.concepts.size());
}

}  // namespace sinodex
