// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/query_fields.h"

#include <algorithm>

#include "corpus/entities/entity.h"

namespace sinodex {

bool is_entity_type(std::string_view name) {
    return std::find(kEntityTypeNames.begin(), kEntityTypeNames.end(), name) !=
           kEntityTypeNames.end();
}

std::optional<Field> query_field(std::string_view name) {
    if (is_entity_type(name)) return Field::entity;
    for (const FieldInfo& field : kFields) {
        if (field.in_queries && field.name == name) return field.field;
    }
    return std::nullopt;
}

}  // namespace sinodex
