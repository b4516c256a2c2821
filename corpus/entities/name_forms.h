// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/entities/entity.h"
#include "corpus/entities/text_units.h"

namespace sinodex {

// A name as the finder looks for it: the keys of its units, each with the gap before it mixed in.
// Internal to this folder.
struct NameForm {
    std::vector<std::uint64_t> keys;
    std::uint8_t min_uppers = 0;  // capital letters that the text must have at least
};

// Stands in a form for any one unit; in a name it is written *.
inline constexpr std::uint64_t kAnyUnit = 0x9AE16A3B2F90404FULL;

// The trie is walked by such keys, each of a unit and what stands before it.
inline std::uint64_t step_key(const TextUnit& unit, bool first) {
    return first ? unit.key : unit.key ^ (static_cast<std::uint64_t>(unit.gap) << 62U);
}

// The forms in which a name is found: its own; with parts that a hyphen joins as one word; a
// possessive as a plural; a ticker in the ways that newspapers write it. Empty when nothing of the
// name can be found. Thread-safe.
std::vector<NameForm> name_forms(const EntityName& name, EntityType type);

// As what a name is matched: a short plain word with several capitals is an acronym.
NameKind matched_kind(const EntityName& name);

// Equal for names that the finder cannot tell apart. Acronyms differ from other names by their
// capitals.
std::string name_identity(const EntityName& name);

}  // namespace sinodex
