// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "corpus/schema/fields.h"

namespace sinodex {

// The index does not have it: tag:fine is what the user has tagged.
inline constexpr std::string_view kTagName = "tag";

// Whether a field's name is a type of entity: company:alibaba.
bool is_entity_type(std::string_view name);

// A field's own name, or a type of entity for the entities of that type.
std::optional<Field> query_field(std::string_view name);

}  // namespace sinodex
