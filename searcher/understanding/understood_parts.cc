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
    UnderstoodPart part{rule_of(named.kind), named.span.begin, named.span.end, {}, {}};
    for (const std::string& id : named.entities) {
        part.entities.push_back(named_entity(id, knowledge));
    }
    for (const Alternative& alternative : named.alternatives) {
        part.words.push_back(alternative.text);
    }
    return part;
}

}  // namespace

MatchRule rule_of(QueryConcept::Kind kind) {
    switch (kind) {
        case QueryConcept::Kind::entity:
            return MatchRule::entity;
        case QueryConcept::Kind::amount:
            return MatchRule::amount;
        case QueryConcept::Kind::date:
            return MatchRule::time;
        case QueryConcept::Kind::synonym:
            return MatchRule::synonym;
        case QueryConcept::Kind::spelling:
            return MatchRule::spelling;
        case QueryConcept::Kind::related:
            return MatchRule::related;
        case QueryConcept::Kind::translation:
            return MatchRule::translation;
    }
    return MatchRule::entity;
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
