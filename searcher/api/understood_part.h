// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/api/match_rule.h"

namespace sinodex {

// An entity as programs show it: its id and type, "ant-group" and "company", and its name.
struct NamedEntity {
    std::string id, type, name;
};

// Says what some words of a query name or mean beside themselves, by the rule that marks it in
// texts.
struct UnderstoodPart {
    MatchRule why = MatchRule::entity;
    std::uint32_t begin = 0;  // bytes of the query
    std::uint32_t end = 0;
    std::vector<NamedEntity> entities;  // of entity (several: the name is ambiguous) and related
    std::vector<std::string> words;     // of synonym, spelling and translation
};

}  // namespace sinodex
