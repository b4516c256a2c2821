#include "searcher/highlights.h"

#include <algorithm>

#include "searcher/ranking/concept_mentions.h"
#include "searcher/ranking/near.h"

namespace sinodex {
namespace {

// Sorted and disjoint: of two that overlap, or of two Chinese ones that touch, one is made.
std::vector<SearchHighlight> merged(std::vector<SearchHighlight> marks) {
    std::sort(marks.begin(), marks.end(), [](const auto& a, const auto& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::vector<SearchHighlight> result;
    for (SearchHighlight& mark : marks) {
        if (!result.empty() && mark.begin <= result.back().end) {
            result.back().end = std::max(result.back().end, mark.end);
            if (mark.why == "phrase" || mark.why == "near") result.back().why = mark.why;
        } else {
            result.push_back(std::move(mark));
        }
    }
    return result;
}

std::string why(QueryConcept::Kind kind) {
    switch (kind) {
        case QueryConcept::Kind::entity:
            return "entity";
        case QueryConcept::Kind::amount:
            return "amount";
        case QueryConcept::Kind::date:
            return "time";
    }
    return {};
}

// What the passage says in other words, but for what is marked already.
void add_concepts(const Record& record, ByteRange passage, const UnderstoodQuery& query,
                  std::vector<SearchHighlight>& marks) {
    for (const QueryConcept& named : query.concepts) {
        for (const ByteRange range : mentions_of(named, record.findings)) {
            const bool marked = std::any_of(marks.begin(), marks.end(), [&](const auto& mark) {
                return mark.begin < range.end && range.begin < mark.end;
            });
            if (passage.contains(range) && !marked) {
                marks.push_back({range.begin, range.end, why(named.kind)});
            }
        }
    }
}

}  // namespace

std::vector<SearchHighlight> highlights(const Record& record, ByteRange passage,
                                        const UnderstoodQuery& query, const QueryTerms& terms,
                                        Vocabulary& vocabulary, Analyzer& analyzer) {
    std::vector<SearchHighlight> marks;
    const std::uint32_t offset = passage.begin;
    const std::vector<Token>& tokens = analyzer.analyze(record.at(passage));
    for (const Token& token : tokens) {
        const int term = terms.find(vocabulary.number(token));
        if (term == QueryTerms::kNone) continue;
        const bool exact = query.terms[static_cast<std::size_t>(term)].is_typed(token.text);
        marks.push_back(
            {token.range.begin + offset, token.range.end + offset, exact ? "exact" : "stem"});
    }
    for (const Phrase& phrase : query.phrases) {
        const char* const kind = phrase.parts.empty() ? "phrase" : "near";
        for (const ByteRange range : find_places(phrase, tokens, vocabulary)) {
            marks.push_back({range.begin + offset, range.end + offset, kind});
        }
    }
    marks = merged(std::move(marks));
    add_concepts(record, passage, query, marks);
    return merged(std::move(marks));
}

}  // namespace sinodex
