// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/condition.h"

#include <algorithm>

namespace sinodex {
namespace {

template <typename Group>
Condition one_or_all(Group group) {
    if (group.children.size() != 1) return {std::move(group)};
    return std::move(group.children.front());
}

std::string in_brackets(const char* name, std::span<const Condition> children) {
    std::string out = std::string("(") + name;
    for (const Condition& child : children) out.append(" ").append(to_string(child));
    return out + ")";
}

std::string words_of(const AllOf& all) {
    return all.children.size() == 1 ? to_string(all.children.front())
                                    : in_brackets("all", all.children);
}

}  // namespace

Condition simplest(AllOf all) { return one_or_all(std::move(all)); }
Condition simplest(AnyOf any) { return one_or_all(std::move(any)); }

std::vector<Condition> each_of(const std::vector<std::string>& terms) {
    std::vector<Condition> conditions;
    conditions.reserve(terms.size());
    for (const std::string& term : terms) conditions.push_back({HasTerm{term}});
    return conditions;
}

std::span<const Condition> children_of(const Condition& condition) {
    using Children = std::span<const Condition>;
    return by_kind(
        condition, [](const AllOf& all) { return Children(all.children); },
        [](const AnyOf& any) { return Children(any.children); },
        [](const NoneOf& none) { return Children(none.children); },
        [](const auto&) { return Children(); });
}

bool says_nothing(const Condition& condition) {
    const bool is_part = by_kind(
        condition, [](const AllOf&) { return false; }, [](const AnyOf&) { return false; },
        [](const NoneOf&) { return false; }, [](const auto&) { return true; });
    const auto children = children_of(condition);
    return !is_part && std::all_of(children.begin(), children.end(), says_nothing);
}

bool has_phrase(const Condition& condition) {
    const auto children = children_of(condition);
    return std::holds_alternative<HasPhrase>(condition.is) ||
           std::any_of(children.begin(), children.end(), has_phrase);
}

std::string to_string(const Condition& condition) {
    if (!condition.label.empty()) return condition.label;
    return by_kind(
        condition, [](const AllOf& all) { return in_brackets("all", all.children); },
        [](const AnyOf& any) { return in_brackets("any", any.children); },
        [](const NoneOf& none) { return in_brackets("none", none.children); },
        [](const HasTerm& has) { return has.term; },
        [](const HasPhrase& has) {
            return "(phrase " + std::to_string(has.phrase) + " " + words_of(has.words) + ")";
        },
        [](const DateWithin& date) { return "date " + date.from + ".." + date.to; });
}

}  // namespace sinodex
