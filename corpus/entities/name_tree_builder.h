// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "corpus/entities/doubtful_names.h"
#include "corpus/entities/knowledge_source.h"
#include "corpus/entities/name_tree.h"

namespace sinodex {

// Makes the tree of all names of entities. Internal to this folder.
class NameTreeBuilder {
 public:
    explicit NameTreeBuilder(const KnowledgeSource& knowledge);

    // In the order of NameTree's constructor.
    void write(BlockWriter& block) const;

 private:
    struct Spun {
        EntityNumber entity;
        std::vector<std::uint64_t> words;
    };
    struct Node {
        std::vector<NameEntry> entries;
        std::vector<Spun> spun;
        std::uint32_t context_word = kNoWord;
        std::uint16_t longer = 0;
        bool any_next = false;
    };

    std::uint32_t insert(const std::vector<std::uint64_t>& keys);
    void add_name(EntityNumber number, const Entity& entity, const EntityName& name);
    void add_words(const EntityName& name);
    void add_spun_name(EntityNumber number, const EntityName& name);
    void add_rules(const KnowledgeSource& knowledge, EntityType type);
    std::vector<NameEvidence> evidence_of(const KnowledgeSource& knowledge,
                                          const std::vector<std::string>& items);
    void add_related(const KnowledgeSource& knowledge);
    void add_told(const KnowledgeSource& knowledge);
    void write_told(BlockWriter& block) const;
    void write_nodes(BlockWriter& block) const;

    KeyTableBuilder roots_;
    KeyTableBuilder edges_;
    KeyTableBuilder words_;
    KeyTableBuilder common_;
    std::vector<Node> nodes_{1};
    std::vector<EntityType> types_;
    std::vector<std::vector<NameEvidence>> evidence_;
    std::vector<std::vector<NameEvidence>> against_;
    std::vector<std::vector<NameEvidence>> against_types_;
    std::vector<std::vector<NameEvidence>> callings_;
    std::vector<std::vector<NameEvidence>> subjects_;
    std::vector<std::vector<NameHead>> heads_;
    std::vector<std::vector<ToldPart>> told_;
    std::vector<EntityNumber> told_of_;
    std::uint32_t context_words_ = 0;
    SpellingsBuilder spellings_;
    HomesBuilder homes_;
    DoubtfulNames doubtful_;
};

}  // namespace sinodex
