#pragma once

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

// What a string tells of its entity. entity_finder.h has the rules by which each is found.
enum class NameKind : std::uint8_t {
    plain,      // names this entity and nothing else
    acronym,    // the same, in capitals only
    ticker,     // EXCHANGE:CODE
    misnomer,   // a wrong name that is in use
    ambiguous,  // names other things as well: counts where the context does not speak against it
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
    std::vector<Relation> relations;
    bool operator==(const Entity&) const = default;
};

// As the knowledge files spell them: "company", "stake-in". Thread-safe.
std::string_view to_string(EntityType type);
std::string_view to_string(RelationKind kind);

}  // namespace sinodex
