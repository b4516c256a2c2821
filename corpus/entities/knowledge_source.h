// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/entities/entity.h"

namespace sinodex {

// Puts together what files say of entities, before it is compiled. Internal to this folder.
class KnowledgeSource {
 public:
    KnowledgeSource(std::vector<Entity> entities, RulesByType rules)
        : entities_(std::move(entities)), rules_(std::move(rules)) {
        for (const Entity& entity : entities_) {
            numbers_.emplace(entity.id, static_cast<EntityNumber>(numbers_.size()));
        }
    }

    const std::vector<Entity>& entities() const { return entities_; }
    const Entity& entity(EntityNumber number) const { return entities_[number]; }
    const RulesByType& rules() const { return rules_; }
    const TypeRules& rules(EntityType type) const { return rules_[static_cast<std::size_t>(type)]; }
    std::optional<EntityNumber> find(std::string_view id) const {
        const auto found = numbers_.find(std::string(id));
        if (found == numbers_.end()) return std::nullopt;
        return found->second;
    }

 private:
    std::vector<Entity> entities_;
    RulesByType rules_;
    std::unordered_map<std::string, EntityNumber> numbers_;
};

}  // namespace sinodex
