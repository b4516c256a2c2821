// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "corpus/entities/entity.h"

namespace sinodex {

// An entity, and the rules of a type, as bytes of a block: strings behind their length, lists
// behind the number of their items, each 4 bytes; types and kinds are a byte. Internal to this
// folder. Decoding throws Error (database) for bytes that are none. Thread-safe.
std::string encode_entity(const Entity& entity);
Entity decode_entity(std::string_view bytes);
std::string encode_rules(const TypeRules& rules);
TypeRules decode_rules(std::string_view bytes);

}  // namespace sinodex
