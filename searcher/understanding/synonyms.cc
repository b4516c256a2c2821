// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "searcher/understanding/concepts.h"
#include "searcher/understanding/steps.h"

namespace sinodex {
namespace {

bool has_term(const UnderstoodQuery& query, const std::string& term) {
    return std::any_of(query.terms.begin(), query.terms.end(),
                       [&](const QueryTerm& asked) { return asked.term == term; });
}

// Whether the query has the words of an alternative by themselves: in `equity stakes`, equity is no
// evidence for the stakes.
bool is_asked_for(const Alternative& other, const UnderstoodQuery& query) {
    return std::all_of(other.terms.begin(), other.terms.end(),
                       [&](const std::string& term) { return has_term(query, term); });
}

std::optional<QueryConcept> synonym(SynonymTable::Match match, const QueryNode& node,
                                    const UnderstoodQuery& query) {
    if (is_named(query, in_query(match.range, node))) return std::nullopt;
    std::erase_if(match.alternatives,
                  [&](const Alternative& other) { return is_asked_for(other, query); });
    if (match.alternatives.empty()) return std::nullopt;
    std::vector<std::string_view> texts;
    for (const Alternative& other : match.alternatives) texts.push_back(other.text);
    std::string label = shown(texts, texts.size());
    auto same = concept_of(SynonymMeaning{std::move(match.alternatives)}, match.range, node, query);
    if (same) same->label = std::move(label);
    return same;
}

}  // namespace

UnderstoodQuery with_synonyms(UnderstoodQuery query, const QueryAtHand& at_hand) {
    if (!at_hand.expand.synonyms) return query;
    const UnderstandingTools& tools = at_hand.tools;
    for (const QueryNode* node : naming_parts(at_hand.parsed.root)) {
        for (SynonymTable::Match& match :
             tools.domain.synonyms.find(node->text, tools.analyzer, tools.terms)) {
            auto same = synonym(std::move(match), *node, query);
            if (same) query.concepts.push_back(std::move(*same));
        }
    }
    return query;
}

}  // namespace sinodex
