#include "searcher/highlights.h"

#include <algorithm>

#include "searcher/ranking/phrases.h"

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
            if (mark.why == "phrase") result.back().why = mark.why;
        } else {
            result.push_back(std::move(mark));
        }
    }
    return result;
}

}  // namespace

std::vector<SearchHighlight> highlights(std::string_view passage, std::uint32_t offset,
                                        const UnderstoodQuery& query, const QueryTerms& terms,
                                        Vocabulary& vocabulary, Analyzer& analyzer) {
    std::vector<SearchHighlight> marks;
    const std::vector<Token>& tokens = analyzer.analyze(passage);
    for (const Token& token : tokens) {
        const int term = terms.find(vocabulary.number(token));
        if (term == QueryTerms::kNone) continue;
        const bool exact = query.terms[static_cast<std::size_t>(term)].word == token.text;
        marks.push_back(
            {token.range.begin + offset, token.range.end + offset, exact ? "exact" : "stem"});
    }
    for (const Phrase& phrase : query.phrases) {
        for (const ByteRange range : find_phrase(phrase, tokens)) {
            marks.push_back({range.begin + offset, range.end + offset, "phrase"});
        }
    }
    return merged(std::move(marks));
}

}  // namespace sinodex
