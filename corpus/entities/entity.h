// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sinodex {

// Entities are numbered from 0 without gaps, in the order of their files.
using EntityNumber = std::uint32_t;

enum class EntityType : std::uint8_t {
    company,
    product,
    person,
    regulator,
    party,
    state,
    court,
    law,
    policy,
    place,
    media,
    organisation,
    event,
};

// As the knowledge files and queries spell them, in the order of the enumerators; the one place
// where a type is added beside its enumerator.
inline constexpr std::array<std::string_view, 13> kEntityTypeNames{
    "company", "product", "person", "regulator", "party",        "state", "court",
    "law",     "policy",  "place",  "media",     "organisation", "event"};
static_assert(kEntityTypeNames.size() == static_cast<std::size_t>(EntityType::event) + 1);

// Says what a string tells of its entity. entity_finder.h has the rules by which each is found.
enum class NameKind : std::uint8_t {
    plain,      // names this entity and nothing else
    acronym,    // the same, in capitals only
    ticker,     // EXCHANGE:CODE
    misnomer,   // a wrong name that is in use
    ambiguous,  // names other things as well: counts where something speaks for the entity
    generic,    // describes the like of it in any country: counts where its own country is meant
    idiom,      // everyday words: count where something speaks for the entity in the same sentence
    adjective,  // points to a place and names nothing: Chinese, Peruvian
    surname,    // of a person who was named in full before
    role,       // a description of an entity that was named before
    not_this,   // a phrase that holds a name and is something else
};

struct EntityName {
    std::string text;
    NameKind kind;
    bool operator==(const EntityName&) const = default;
};

enum class RelationKind : std::uint8_t {
    parent,
    stake_in,
    founded_by,
    led_by,
    member_of,
    issued_by,
    enforced_by,
    about,
    succeeded_by,
    same_group,
    located_in,
};

// Dates are YYYY, YYYY-MM or YYYY-MM-DD; empty: not known, or not over. A relation that is dated
// with one point in time has it as both.
struct Relation {
    RelationKind kind;
    EntityNumber target;
    std::string from;
    std::string to;
    std::string words;  // a title, how much is held; may be empty
    bool operator==(const Relation&) const = default;
};

struct Entity {
    std::string id;
    EntityType type = EntityType::company;
    std::string name;  // how it is shown
    std::string note;  // a sentence about it; may be empty
    std::vector<EntityName> names;
    // Ids of entities, or words, that speak for this one where an ambiguous name stands.
    std::vector<std::string> context;
    // Ids of entities, or words, that speak against such a name when they stand in its sentence.
    std::vector<std::string> unless;
    // What a sentence that tells of this holds: ids or words, parted by " + ".
    std::vector<std::string> told;
    std::string home;  // id of its country; empty: where its relations lead to
    std::vector<Relation> relations;
    bool operator==(const Entity&) const = default;
};

// These rules hold for all entities of a type.
struct TypeRules {
    std::vector<std::string> unless;    // as Entity::unless; right before a full name, too
    std::vector<std::string> callings;  // what somebody else is: "Ada Tem, a nurse from Bath"
    std::vector<std::string> subject;   // words of texts about such entities
    std::vector<std::string> longer;  // words that make another, unknown name of a name before them
    std::vector<std::string> common;  // names that are also words, and need their capital
    bool operator==(const TypeRules&) const = default;
};
inline constexpr std::size_t kEntityTypes = kEntityTypeNames.size();
using RulesByType = std::array<TypeRules, kEntityTypes>;

// As the knowledge files spell them: "company", "stake-in". Thread-safe.
std::string_view to_string(EntityType type);
std::string_view to_string(RelationKind kind);

}  // namespace sinodex
