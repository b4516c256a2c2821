// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/relations.h"

#include <algorithm>
#include <array>

namespace sinodex {
namespace {

constexpr std::array<std::string_view, 11> kRelations{
    "parent",      "stake-in", "founded-by",   "led-by",     "member-of", "issued-by",
    "enforced-by", "about",    "succeeded-by", "same-group", "located-in"};

template <typename Enum, std::size_t N>
std::optional<Enum> named(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

bool is_number(std::string_view digits, std::size_t size, int least, int most) {
    if (digits.size() != size) return false;
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return false;
        value = value * 10 + (c - '0');
    }
    return value >= least && value <= most;
}

// YYYY, YYYY-MM or YYYY-MM-DD.
bool is_date(std::string_view text) {
    if (!is_number(text.substr(0, 4), 4, 1, 9999)) return false;
    if (text.size() == 4) return true;
    if (text[4] != '-' || !is_number(text.substr(5, 2), 2, 1, 12)) return false;
    if (text.size() == 7) return true;
    return text[7] == '-' && is_number(text.substr(8), 2, 1, 31);
}

void read_dates(std::string_view text, WrittenRelation& relation) {
    const std::size_t dots = text.find("..");
    relation.from = text.substr(0, dots);
    relation.to = dots == text.npos ? text : text.substr(dots + 2);
    const bool fine = (relation.from.empty() || is_date(relation.from)) &&
                      (relation.to.empty() || is_date(relation.to));
    if (!fine || (relation.from.empty() && relation.to.empty())) {
        throw_at(relation.place, "not a date: " + std::string(text),
                 "write FROM..TO, each YYYY, YYYY-MM or YYYY-MM-DD; one of them may be left out");
    }
    // A year may end in any of its months.
    const std::size_t size = std::min(relation.from.size(), relation.to.size());
    if (relation.from.compare(0, size, relation.to, 0, size) > 0) {
        throw_at(relation.place, "ends before it begins: " + std::string(text));
    }
}

}  // namespace

std::string_view to_string(EntityType type) {
    return kEntityTypeNames[static_cast<std::size_t>(type)];
}
std::string_view to_string(RelationKind kind) { return kRelations[static_cast<std::size_t>(kind)]; }

std::optional<RelationKind> relation_kind(std::string_view key) {
    return named<RelationKind>(kRelations, key);
}

std::optional<EntityType> entity_type(std::string_view word) {
    return named<EntityType>(kEntityTypeNames, word);
}

WrittenRelation read_relation(RelationKind kind, std::string_view item, const FileLine& place) {
    WrittenRelation relation{kind, "", "", "", "", place};
    const std::size_t bar = item.find('|');
    if (bar != item.npos) relation.words = without_spaces(item.substr(bar + 1));
    const std::string_view head = without_spaces(item.substr(0, bar));
    const std::size_t space = head.find(' ');
    relation.target = head.substr(0, space);
    if (space != head.npos) read_dates(without_spaces(head.substr(space)), relation);
    return relation;
}

}  // namespace sinodex
