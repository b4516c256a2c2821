// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "corpus/entities/entity.h"
#include "corpus/entities/relations.h"
#include "corpus/entities/stanzas.h"

namespace sinodex {

// Puts stanzas together to entities and checks the whole. Internal to this folder.
class KnowledgeBuilder {
 public:
    // Starts from entities that were built before.
    explicit KnowledgeBuilder(std::vector<Entity> base = {}, RulesByType rules = {});

    // Adds the stanzas of a text. Throws Error (input).
    void add(std::string_view text, const std::string& origin);

    // The entities, with their relations resolved. Throws Error (input) for a relation to nothing
    // and for a name that two of them share. Ends the use of this object.
    std::vector<Entity> build();
    const RulesByType& rules() const { return rules_; }

 private:
    void drop_all();
    void add_stanza(const Stanza& stanza);
    void add_rules(const Stanza& stanza);
    void add_rules(const Stanza& stanza, EntityType type);
    void set_field(EntityNumber number, const StanzaField& field);
    void add_names(EntityNumber number, NameKind kind, const StanzaField& field);
    void check_homes() const;
    void check_new(const Entity& entity, const FileLine& place) const;
    void claim_names();
    FileLine place_of(EntityNumber owner, EntityNumber other, const EntityName& name) const;

    std::vector<Entity> entities_;
    RulesByType rules_;
    std::unordered_map<std::string, EntityNumber> numbers_;
    std::unordered_set<std::string> ids_of_this_text_;
    std::vector<std::pair<EntityNumber, WrittenRelation>> relations_;
    std::vector<std::pair<std::string, FileLine>> homes_;
    std::vector<std::unordered_map<std::string, FileLine>> name_places_;  // by entity; as written
};

}  // namespace sinodex
