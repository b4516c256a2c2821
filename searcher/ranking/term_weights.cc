// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/term_weights.h"

#include <algorithm>

namespace sinodex {
namespace {

void weigh_misspelt(const UnderstoodQuery& query, Vocabulary& vocabulary,
                    std::vector<double>& weights) {
    for (const QueryConcept& named : query.concepts) {
        const auto* spelt = std::get_if<SpellingMeaning>(&named.is);
        if (spelt == nullptr) continue;
        double idf = 0;
        for (const auto& stems : spelt->alternatives.front().phrase.positions) {
            idf += vocabulary.idf(vocabulary.number_of_term(stems.front()));
        }
        for (const std::size_t term : named.covers) {
            weights[term] = std::min(weights[term], idf * query.terms[term].weight);
        }
    }
}

// Words that no article holds weigh as much together as what translates them; one that few hold no
// more than both together.
void weigh_translated(const UnderstoodQuery& query, const std::vector<std::uint32_t>& numbers,
                      const Vocabulary& vocabulary, std::vector<double>& weights) {
    const double unheld = vocabulary.idf_of(0);
    for (const QueryConcept& named : query.concepts) {
        const auto* translated = std::get_if<TranslationMeaning>(&named.is);
        if (translated == nullptr) continue;
        std::vector<std::size_t> missing;
        for (const std::size_t term : named.covers) {
            if (vocabulary.idf(numbers[term]) >= unheld) missing.push_back(term);
        }
        const double idf = vocabulary.idf_of(translated->articles);
        const double share = translated->held ? 0 : idf / static_cast<double>(missing.size());
        if (translated->held && named.covers.size() == 1) {
            double& own = weights[named.covers.front()];
            const double both = idf * translated->rarity;
            own = std::min(own, both * query.terms[named.covers.front()].weight);
        }
        for (const std::size_t term : missing) {
            weights[term] = std::min(weights[term], share * query.terms[term].weight);
        }
    }
}

bool is_chinese(const UnderstoodQuery& query, const QueryConcept& named) {
    return std::all_of(named.covers.begin(), named.covers.end(),
                       [&](std::size_t term) { return query.terms[term].kind != TokenKind::word; });
}

// A Chinese name is several terms that overlap, or single characters. Together they weigh no more
// than half as much again as what they name, or as the rarest of them; else what is asked of it
// would hardly count.
void weigh_names(const UnderstoodQuery& query, Vocabulary& vocabulary,
                 std::vector<double>& weights) {
    constexpr double kMost = 1.5;
    for (const QueryConcept& named : query.concepts) {
        const bool entity = std::holds_alternative<EntityMeaning>(named.is);
        if (!entity || !is_mere_name(named) || !is_chinese(query, named)) continue;
        double most = vocabulary.idf(vocabulary.number_of_term(named.terms.front()));
        double together = 0;
        for (const std::size_t term : named.covers) {
            most = std::max(most, weights[term]);
            together += weights[term];
        }
        const double scale = std::min(1.0, kMost * most / together);
        for (const std::size_t term : named.covers) weights[term] *= scale;
    }
}

}  // namespace

std::vector<double> term_weights(const UnderstoodQuery& query,
                                 const std::vector<std::uint32_t>& numbers, Vocabulary& vocabulary,
                                 const Weights& table) {
    std::vector<double> weights;
    for (std::size_t i = 0; i < query.terms.size(); ++i) {
        const QueryTerm& term = query.terms[i];
        const double times = std::min<double>(term.count, table.repeats);
        weights.push_back(times * term.weight * term.rarity * vocabulary.idf(numbers[i]));
    }
    weigh_misspelt(query, vocabulary, weights);
    weigh_translated(query, numbers, vocabulary, weights);
    weigh_names(query, vocabulary, weights);
    return weights;
}

std::vector<TermPair> neighbouring_terms(const UnderstoodQuery& query,
                                         const std::vector<double>& weights, double most_apart) {
    std::vector<TermPair> pairs;
    const auto& terms = query.terms;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        std::size_t j = i + 1;
        while (j < terms.size() && terms[j].span.begin < terms[i].span.end) ++j;
        if (j == terms.size()) continue;
        const std::uint32_t distance = terms[j].position - terms[i].position;
        if (distance > 0 && distance <= most_apart) {
            pairs.push_back({i, j, distance, std::min(weights[i], weights[j])});
        }
    }
    return pairs;
}

}  // namespace sinodex
