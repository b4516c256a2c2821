// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/entities/entity.h"
#include "corpus/entities/stanzas.h"

namespace sinodex {

// A relation as a file has it, its target not yet looked up. Internal to this folder.
struct WrittenRelation {
    RelationKind kind;
    std::string target;
    std::string from;
    std::string to;
    std::string words;
    FileLine place;
};

std::optional<RelationKind> relation_kind(std::string_view key);
std::optional<EntityType> entity_type(std::string_view word);

// Reads `target-id [FROM..TO | DATE] [| words]`. Throws Error (input).
WrittenRelation read_relation(RelationKind kind, std::string_view item, const FileLine& place);

}  // namespace sinodex
