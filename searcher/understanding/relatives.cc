// SPDX-License-Identifier: GPL-2.0-or-later
#include <span>

#include "corpus/schema/fields.h"
#include "searcher/understanding/concepts.h"
#include "searcher/understanding/steps.h"

namespace sinodex {
namespace {

// Entities that belong to one that is named, at most.
constexpr std::size_t kMaxRelated = 16;
constexpr std::size_t kMaxShown = 3;  // in explanations

// Subsidiaries and products of an entity, all that it is the parent of, then its own parents.
std::vector<EntityNumber> relatives_of(EntityNumber number, const Knowledge& knowledge) {
    const std::span<const EntityNumber> parts = knowledge.parts_of(number);
    std::vector<EntityNumber> relatives(parts.begin(), parts.end());
    for (const Relation& relation : knowledge.entity(number).relations) {
        if (relation.kind == RelationKind::parent) relatives.push_back(relation.target);
    }
    return relatives;
}

// Returns what belongs to the entities that a concept names; nothing where nothing does.
std::optional<QueryConcept> related_to(const QueryConcept& named, const Domain& domain) {
    std::vector<std::string> ids;
    for (const std::string& id : entities_of(named)) {
        for (const EntityNumber relative :
             relatives_of(*domain.knowledge.find(id), domain.knowledge)) {
            if (ids.size() == kMaxRelated) break;
            ids.push_back(domain.knowledge.entity(relative).id);
        }
    }
    if (ids.empty()) return std::nullopt;
    QueryConcept related{RelatedMeaning{}, named.span, {}, {}, named.covers};
    related.label = shown({ids.begin(), ids.end()}, kMaxShown);
    for (const std::string& id : ids) {
        related.terms.push_back(std::string(info(Field::entity).prefix) + id);
    }
    std::get<RelatedMeaning>(related.is).entities = std::move(ids);
    return related;
}

}  // namespace

UnderstoodQuery with_relatives(UnderstoodQuery query, const QueryAtHand& at_hand) {
    if (!at_hand.expand.names || !at_hand.expand.related) return query;
    std::vector<QueryConcept> found;
    for (const QueryConcept& named : query.concepts) {
        if (!std::holds_alternative<EntityMeaning>(named.is)) continue;
        if (auto related = related_to(named, at_hand.tools.domain)) {
            found.push_back(std::move(*related));
        }
    }
    for (QueryConcept& related : found) query.concepts.push_back(std::move(related));
    return query;
}

}  // namespace sinodex
