#include "searcher/query/query_fields.h"

#include "corpus/entities/entity.h"

namespace sinodex {

bool is_entity_type(std::string_view name) {
    for (int i = 0; i <= static_cast<int>(EntityType::event); ++i) {
        if (to_string(static_cast<EntityType>(i)) == name) return true;
    }
    return false;
}

std::optional<Field> query_field(std::string_view name) {
    if (is_entity_type(name)) return Field::entity;
    for (const FieldInfo& field : kFields) {
        if (field.in_queries && field.name == name) return field.field;
    }
    return std::nullopt;
}

bool may_have_star(Field field) {
    return field == Field::title || field == Field::source || field == Field::author;
}

}  // namespace sinodex
