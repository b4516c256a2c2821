// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/query_terms.h"

namespace sinodex {

QueryTerms::QueryTerms(const UnderstoodQuery& query, Vocabulary& vocabulary) {
    for (const QueryTerm& term : query.terms) {
        std::uint32_t usual = vocabulary.number_of_term(term.term);
        known_.emplace_back(usual, numbers_.size());
        for (const std::string& form : term.forms) {
            const std::uint32_t number = vocabulary.number_of_term(form);
            known_.emplace_back(number, numbers_.size());
            if (vocabulary.idf(number) < vocabulary.idf(usual)) usual = number;
        }
        numbers_.push_back(usual);
    }
    std::sort(known_.begin(), known_.end());
    for (const auto& [number, term] : known_) seen_.set(number % kBits);
}

}  // namespace sinodex
