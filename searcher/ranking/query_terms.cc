#include "searcher/ranking/query_terms.h"

namespace sinodex {

QueryTerms::QueryTerms(const UnderstoodQuery& query, TermMaker& maker)
    : maker_(maker), size_(query.terms.size()) {
    for (const QueryTerm& term : query.terms) {
        numbers_.emplace(term.term, static_cast<int>(numbers_.size()));
    }
}

int QueryTerms::find(const Token& token) { return find(maker_.term(token)); }

int QueryTerms::find(std::string_view term) const {
    const auto found = numbers_.find(term);
    return found == numbers_.end() ? kNone : found->second;
}

}  // namespace sinodex
