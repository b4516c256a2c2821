// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "corpus/entities/homes.h"
#include "corpus/entities/key_table.h"
#include "corpus/entities/knowledge.h"
#include "corpus/entities/name_forms.h"
#include "corpus/entities/spellings.h"

namespace sinodex {

inline constexpr std::uint32_t kNoWord = UINT32_MAX;

// One meaning that a sequence of units may have.
struct NameEntry {
    EntityNumber entity;
    NameKind kind;
    std::uint8_t min_uppers;
    bool correctable;    // a misspelt word in it is forgiven
    bool in_lower_case;  // its capital may be missing
};

// A name of which a part may have been replaced by near-synonyms; see spun_names.h.
struct SpunName {
    EntityNumber entity;
    std::vector<std::uint64_t> words;
};

// Something that speaks for or against an entity: another entity, or a word.
struct NameEvidence {
    bool is_word;
    std::uint32_t number;
};

// All names of a Knowledge as a tree of units, from which any text can be read off. Internal to
// this folder; safe to read from any number of threads.
class NameTree {
 public:
    struct Node {
        std::vector<NameEntry> entries;
        std::vector<SpunName> spun;  // names whose first two words end here
        std::uint32_t context_word = kNoWord;
        std::uint16_t longer = 0;  // bits of the types whose names it makes longer
        bool any_next = false;     // goes on with any unit
    };

    explicit NameTree(const Knowledge& knowledge);

    // The number of a node: 0 when no name begins, or goes on, so. `key` is a step_key.
    std::uint32_t root(std::uint64_t key) const { return roots_.find(key); }
    std::uint32_t child(std::uint32_t node, std::uint64_t key) const {
        const std::uint32_t found = edges_.find(edge_key(node, key));
        return found == 0 && nodes_[node].any_next ? edges_.find(edge_key(node, kAnyUnit)) : found;
    }
    const Node& node(std::uint32_t number) const { return nodes_[number]; }

    bool knows_word(std::uint64_t key) const { return words_.find(key) != 0; }
    bool is_common_word(std::uint64_t key) const { return common_.find(key) != 0; }
    const Spellings& spellings() const { return spellings_; }
    const Homes& homes() const { return homes_; }
    EntityType type(EntityNumber entity) const { return types_[entity]; }
    std::span<const NameEvidence> evidence_for(EntityNumber entity) const {
        return evidence_[entity];
    }
    std::span<const NameEvidence> evidence_against(EntityNumber entity) const {
        return against_[entity];
    }
    std::span<const NameEvidence> evidence_against(EntityType type) const {
        return against_types_[static_cast<std::size_t>(type)];
    }
    std::uint32_t count_entities() const { return static_cast<std::uint32_t>(evidence_.size()); }
    std::uint32_t count_context_words() const { return context_words_; }

 private:
    static std::uint64_t edge_key(std::uint32_t node, std::uint64_t key) {
        return (key ^ node * 0xD6E8FEB86659FD93ULL) * 0xFF51AFD7ED558CCDULL;
    }
    std::uint32_t insert(const std::vector<std::uint64_t>& keys);
    void add_name(EntityNumber number, const Entity& entity, const EntityName& name);
    void add_words(const EntityName& name);
    void add_spun_name(EntityNumber number, const EntityName& name);
    void add_rules(const Knowledge& knowledge, EntityType type);
    std::vector<NameEvidence> evidence_of(const Knowledge& knowledge,
                                          const std::vector<std::string>& items);

    KeyTable roots_;
    KeyTable edges_;
    KeyTable words_;
    KeyTable common_;
    std::vector<Node> nodes_{1};
    std::vector<EntityType> types_;
    std::vector<std::vector<NameEvidence>> evidence_;
    std::vector<std::vector<NameEvidence>> against_;
    std::array<std::vector<NameEvidence>, kEntityTypes> against_types_;
    std::uint32_t context_words_ = 0;
    Spellings spellings_;
    Homes homes_;
};

}  // namespace sinodex
