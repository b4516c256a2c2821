#include "searcher/ranking/query_terms.h"

namespace sinodex {

QueryTerms::QueryTerms(const UnderstoodQuery& query, Vocabulary& vocabulary) {
    for (const QueryTerm& term : query.terms) {
        const std::uint32_t number = vocabulary.number_of_term(term.term);
        numbers_.push_back(number);
        seen_.set(number % kBits);
    }
}

}  // namespace sinodex
