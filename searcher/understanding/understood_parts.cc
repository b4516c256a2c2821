// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/understood_parts.h"

#include <algorithm>
#include <tuple>

namespace sinodex {
namespace {

NamedEntity named_entity(const std::string& id, const Knowledge& knowledge) {
    const Entity& entity = knowledge.entity(*knowledge.find(id));
    return {id, std::string(to_string(entity.type)), entity.name};
}

UnderstoodPart part_of(const QueryConcept& named, const Knowledge& knowledge) {
    UnderstoodPart part{rule_of(named), named.span.begin, named.span.end, {}, {}};
    for (const std::string& id : entities_of(named)) {
        part.entities.push_back(named_entity(id, knowledge));
    }
    for (const Alternative& alternative : alternatives_of(named)) {
        part.words.push_back(alternative.text);
    }
    return part;
}

}  // namespace

MatchRule rule_of(const QueryConcept& named) {
    return by_kind(
        named, [](const EntityMeaning&) { return MatchRule::entity; },
        [](const AmountMeaning&) { return MatchRule::amount; },
        [](const TimeMeaning&) { return MatchRule::time; },
        [](const SynonymMeaning&) { return MatchRule::synonym; },
        [](const SpellingMeaning&) { return MatchRule::spelling; },
        [](const RelatedMeaning&) { return MatchRule::related; },
        [](const TranslationMeaning&) { return MatchRule::translation; });
}

std::vector<UnderstoodPart> understood_parts(const UnderstoodQuery& query,
                                             const Knowledge& knowledge) {
    std::vector<UnderstoodPart> parts;
    for (const QueryConcept& named : query.concepts) parts.push_back(part_of(named, knowledge));
    std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) {
        return std::tie(a.begin, a.end, a.why) < std::tie(b.begin, b.end, b.why);
    });
    return parts;
}

}  // namespace sinodex
