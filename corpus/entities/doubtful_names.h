// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "corpus/entities/knowledge_source.h"

namespace sinodex {

// Says which names more than their entity goes by, judged by their form: abbreviations and codes of
// a few letters, the names of persons whose family name others share, and Chinese names that are
// words as well. Only a type that has words of its subject has such names. Internal to this folder.
class DoubtfulNames {
 public:
    explicit DoubtfulNames(const KnowledgeSource& knowledge);

    bool holds(const EntityName& name, const Entity& entity) const;
    // Whether the name of an office tells no country, as Ministry of Finance does not.
    bool is_homeless(const EntityName& name, const Entity& entity) const;

 private:
    bool is_shared_person(std::string_view name, const Entity& person) const;

    const KnowledgeSource& knowledge_;
    std::unordered_set<std::string> families_;   // that two persons have
    std::unordered_set<std::string> countries_;  // words of their names
    std::unordered_set<std::string> words_;      // Chinese ones and abbreviations, of all types
};

}  // namespace sinodex
