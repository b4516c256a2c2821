// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/evidence.h"

#include <algorithm>
#include <limits>

#include "searcher/ranking/concept_mentions.h"

namespace sinodex {
namespace {

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min() / 2;

double weight_of(const QueryConcept& named, const Weights& weights) {
    return by_kind(
        named,
        [&](const EntityMeaning& some) {
            return weights.entity / static_cast<double>(some.entities.size());
        },
        [&](const AmountMeaning&) { return weights.amount; },
        [&](const TimeMeaning&) { return weights.time; },
        [&](const SynonymMeaning&) { return weights.synonym; },
        [&](const SpellingMeaning&) { return weights.spelling; },
        [&](const RelatedMeaning&) { return weights.related; },
        [&](const TranslationMeaning&) { return weights.translation; });
}

// How much it stands for the query's words: 0 for what translates none, or words that articles hold
// about as often; 1 where none holds the words themselves. The fewer do, the likelier is it that
// what is asked for stands in the other language.
double share_alone(const QueryConcept& named, const Weights& weights) {
    const auto* translated = std::get_if<TranslationMeaning>(&named.is);
    if (translated == nullptr) return 0;
    if (!translated->held) return 1;
    const double over = translated->rarity - weights.much_rarer;
    return std::clamp(over / (1 - weights.much_rarer), 0.0, 1.0);
}

// A translation counts the more, the more it stands for the words, unless translations are switched
// off.
double share_of_words(const QueryConcept& named, const Weights& weights) {
    const double weight = weight_of(named, weights);
    return weight == 0 ? 0 : weight + (1 - weight) * share_alone(named, weights);
}

// Whether what is mentioned may be mentioned by the query's own words.
bool has_own_words(const QueryConcept& named) {
    return by_kind(
        named, [](const EntityMeaning&) { return true; }, [](const AmountMeaning&) { return true; },
        [](const TimeMeaning&) { return true; }, [](const auto&) { return false; });
}

// Whether it is an amount or a time that only several words together give.
bool is_value_of_words(const QueryConcept& named) {
    return named.covers.size() > 1 && (std::holds_alternative<AmountMeaning>(named.is) ||
                                       std::holds_alternative<TimeMeaning>(named.is));
}

}  // namespace

Evidence::Evidence(const UnderstoodQuery& query, Vocabulary& vocabulary, const Weights& weights,
                   std::vector<TermPair> pairs)
    : query_(query),
      vocabulary_(vocabulary),
      weights_(weights),
      terms_(query, vocabulary),
      pairs_(std::move(pairs)),
      shared_(query) {
    for (const QueryTerm& term : query.terms) forms_.push_back(form_of(term.word));
    add_concepts();
}

void Evidence::add_concepts() {
    for (std::size_t c = 0; c < query_.concepts.size(); ++c) {
        const QueryConcept& named = query_.concepts[c];
        concept_weights_.push_back(static_cast<float>(share_of_words(named, weights_)));
        repeats_.push_back(static_cast<float>(share_alone(named, weights_)));
        const auto others = alternatives_of(named);
        for (std::size_t i = 0; i < others.size(); ++i) {
            add_alternative(others[i], shared_.column_of(c, i));
        }
    }
}

// What other words of a translation's stems say counts half.
void Evidence::add_alternative(const Alternative& other, std::size_t column) {
    constexpr double kOtherWords = 0.5;
    const auto add = [&](const auto& places, bool words, double weight) {
        std::vector<std::vector<std::uint32_t>> positions;
        for (const auto& texts : places) {
            auto& numbers = positions.emplace_back();
            for (const std::string& text : texts) {
                numbers.push_back(words ? form_of(text) : vocabulary_.number_of_term(text));
            }
        }
        alternatives_.add(std::move(positions), words, column, weight);
    };
    const bool forms = !other.forms.empty();
    add(other.phrase.positions, !other.phrase.stems, other.weight * (forms ? kOtherWords : 1));
    if (forms) add(other.forms, true, other.weight * (1 - kOtherWords));
}

void Evidence::read(const Record& record, const ArticleTerms& terms) {
    const std::size_t rows = terms.rows();
    words_.assign(rows * query_.terms.size(), 0);
    pair_counts_.assign(rows * pairs_.size(), 0);
    for (std::size_t row = 0; row < rows; ++row) count_row(terms, row);
    count_mentions(record, terms);
    gather(rows);
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
    const std::size_t columns = shared_.columns();
    mentions_.assign(terms.rows() * columns, 0);
    for (std::size_t c = 0; c < query_.concepts.size(); ++c) {
        std::size_t row = 0;
        for (const ByteRange range : mentions_of(query_.concepts[c], record.findings)) {
            while (row < record.passages.size() && record.passages[row].end <= range.begin) ++row;
            mentions_[row * columns + c] += 1;
        }
    }
    if (alternatives_.empty()) return;
    for (std::size_t row = 0; row < terms.rows(); ++row) {
        alternatives_.find(terms, row, [&](std::size_t column, double weight) {
            mentions_[row * columns + column] += static_cast<float>(weight);
        });
        give_shared(row);
    }
}

void Evidence::give_shared(std::size_t row) {
    const std::size_t columns = shared_.columns();
    const std::size_t terms = query_.terms.size();
    shared_.give(std::span(mentions_).subspan(row * columns, columns),
                 std::span(words_).subspan(row * terms, terms), concept_weights_);
}

void Evidence::gather(std::size_t rows) {
    const std::size_t terms = query_.terms.size();
    says_word_.assign(terms, false);
    for (std::size_t i = 0; i < words_.size(); ++i) {
        if (words_[i] > 0) says_word_[i % terms] = true;
    }
    others_.assign(words_.size(), 0);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t c = 0; c < query_.concepts.size(); ++c) gather(row, c);
    }
    evidence_ = words_;
    for (std::size_t row = 0; row + 1 < rows; ++row) weigh_parts_of_values(row);
    for (std::size_t i = 0; i < evidence_.size(); ++i) evidence_[i] += others_[i];
}

// In a passage that does not give the value, its words belong to others: 10 deals, July 2021.
void Evidence::weigh_parts_of_values(std::size_t row) {
    for (std::size_t c = 0; c < query_.concepts.size(); ++c) {
        const QueryConcept& named = query_.concepts[c];
        if (!is_value_of_words(named) || mentions_[row * shared_.columns() + c] > 0) continue;
        for (const std::size_t term : named.covers) {
            const std::size_t at = row * query_.terms.size() + term;
            evidence_[at] = static_cast<float>(weights_.apart) * words_[at];
        }
    }
}

// Credits the words that a concept stands for with its mentions in a row.
void Evidence::gather(std::size_t row, std::size_t named) {
    const float mentions = mentions_[row * shared_.columns() + named];
    if (mentions <= 0) return;
    const QueryConcept& what = query_.concepts[named];
    const bool is_synonym = std::holds_alternative<SynonymMeaning>(what.is);
    for (const std::size_t term : what.covers) {
        const std::size_t at = row * query_.terms.size() + term;
        const float own = has_own_words(what) ? words_[at] : 0;
        const float most = 1 + repeats_[named] * (mentions - 1);
        float worth = concept_weights_[named] * std::clamp(mentions - own, 0.0F, most);
        if (is_synonym && says_word_[term]) {
            worth *= static_cast<float>(weights_.beside_word);
        }
        const float once = std::min(worth, 1.0F);
        others_[at] += (1 - std::min(others_[at], 1.0F)) * once + worth - once;
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
    return holds(words_, query_.terms.size()) || holds(mentions_, shared_.columns());
}

}  // namespace sinodex
