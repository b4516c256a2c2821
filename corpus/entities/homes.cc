// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/homes.h"

#include <algorithm>
#include <array>

namespace sinodex {
namespace {

constexpr int kMostSteps = 8;

bool is_country(const Entity& entity) {
    return entity.type == EntityType::place &&
           std::any_of(entity.names.begin(), entity.names.end(),
                       [](const EntityName& name) { return name.kind == NameKind::adjective; });
}

bool is_official(EntityType type) {
    return type == EntityType::place || type == EntityType::regulator ||
           type == EntityType::state || type == EntityType::court || type == EntityType::party;
}

// Returns what an entity belongs to, by the first relation of the first kind that it has.
std::optional<EntityNumber> whole_of(const Entity& entity) {
    constexpr std::array<RelationKind, 4> kKinds{RelationKind::located_in, RelationKind::parent,
                                                 RelationKind::issued_by, RelationKind::member_of};
    for (const RelationKind kind : kKinds) {
        for (const Relation& relation : entity.relations) {
            if (relation.kind == kind) return relation.target;
        }
    }
    return std::nullopt;
}

std::optional<EntityNumber> home_of(const KnowledgeSource& knowledge, EntityNumber number) {
    std::optional<EntityNumber> at = number;
    for (int step = 0; at && step < kMostSteps; ++step) {
        const Entity& entity = knowledge.entity(*at);
        if (!entity.home.empty()) return knowledge.find(entity.home);
        if (is_country(entity)) return at;
        at = whole_of(entity);
    }
    return std::nullopt;
}

}  // namespace

HomesBuilder::HomesBuilder(const KnowledgeSource& knowledge) {
    for (EntityNumber number = 0; number < knowledge.entities().size(); ++number) {
        const Entity& entity = knowledge.entity(number);
        home_.push_back(home_of(knowledge, number).value_or(Homes::kNone));
        const auto whole = is_country(entity) ? whole_of(entity) : std::nullopt;
        around_.push_back(whole ? home_of(knowledge, *whole).value_or(Homes::kNone) : Homes::kNone);
        official_.push_back(is_official(entity.type) ? 1 : 0);
    }
}

void HomesBuilder::write(BlockWriter& block) const {
    block.array(home_);
    block.array(around_);
    block.array(official_);
}

std::optional<EntityNumber> Homes::of(EntityNumber entity) const {
    if (home_[entity] == kNone) return std::nullopt;
    return home_[entity];
}

bool Homes::lies_in(EntityNumber country, EntityNumber other) const {
    for (int step = 0; country != kNone && step < kMostSteps; ++step) {
        if (country == other) return true;
        country = around_[country];
    }
    return false;
}

}  // namespace sinodex
