// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "corpus/entities/homes.h"
#include "corpus/entities/key_table.h"
#include "corpus/entities/name_forms.h"
#include "corpus/entities/spellings.h"

namespace sinodex {

inline constexpr std::uint32_t kNoWord = UINT32_MAX;

// One meaning that a sequence of units may have.
struct NameEntry {
    EntityNumber entity;
    NameKind kind;
    std::uint8_t min_uppers;
    std::uint8_t traits;  // bits of NameTrait
    bool in_lower_case;   // its capital may be missing
    bool is_correctable() const;
    bool is_doubtful() const;
    bool is_homeless() const;
};

enum NameTrait : std::uint8_t {
    correctable = 1,  // a misspelt word in it is forgiven
    doubtful = 2,     // needs support, see doubtful_names.h
    homeless = 4,     // tells no country, and is another's where only that is told
};
inline bool NameEntry::is_correctable() const { return (traits & NameTrait::correctable) != 0; }
inline bool NameEntry::is_doubtful() const { return (traits & NameTrait::doubtful) != 0; }
inline bool NameEntry::is_homeless() const { return (traits & NameTrait::homeless) != 0; }

// A name of which a part may have been replaced by near-synonyms; see spun_names.h.
struct SpunName {
    EntityNumber entity;
    std::span<const std::uint64_t> words;
};

// Something that speaks for or against an entity: another entity, or a word.
struct NameEvidence {
    std::uint32_t is_word;  // 0 or 1
    std::uint32_t number;
};

// Somebody or something that a company's role leads to.
struct NameHead {
    EntityNumber entity;
    std::uint32_t roles;  // bits of HeadRole
};

// Says what an entity is to a company; only what is one alone has more than `some`.
enum HeadRole : std::uint32_t { some = 1, founder = 2, chief = 4, owner = 8 };

// A part of what tells of an entity in a sentence, by any one of its evidence.
struct ToldPart {
    std::uint32_t part;  // from 0
    NameEvidence evidence;
};

// A node of the tree as a block has it. What belongs to it ends where that of the next one begins,
// so that there is one node more than are used.
struct StoredNode {
    std::uint32_t first_entry;
    std::uint32_t first_spun;  // names whose first two words end here
    std::uint32_t context_word;
    std::uint16_t longer;    // bits of the types whose names it makes longer
    std::uint16_t any_next;  // 1: goes on with any unit
};

// All names of a Knowledge as a tree of units, from which any text can be read off. A view of a
// block. Internal to this folder; safe to read from any number of threads.
class NameTree {
 public:
    struct Node {
        std::span<const NameEntry> entries;
        std::uint32_t context_word;
        std::uint16_t longer;
        bool has_spun;
    };

    // Takes what NameTreeBuilder::write() wrote.
    explicit NameTree(BlockReader& block)
        : roots_(block),
          edges_(block),
          words_(block),
          common_(block),
          nodes_(block.array<StoredNode>()),
          entries_(block.array<NameEntry>()),
          spun_entities_(block.array<EntityNumber>()),
          spun_words_(block.lists<std::uint64_t>()),
          types_(block.array<EntityType>()),
          evidence_(block.lists<NameEvidence>()),
          against_(block.lists<NameEvidence>()),
          against_types_(block.lists<NameEvidence>()),
          callings_(block.lists<NameEvidence>()),
          heads_(block.lists<NameHead>()),
          told_(block.lists<ToldPart>()),
          told_of_(block.array<EntityNumber>()),
          told_by_(block.lists<std::uint32_t>()),
          context_words_(block.array<std::uint32_t>()),
          spellings_(block),
          homes_(block) {}

    // The number of a node: 0 when no name begins, or goes on, so. `key` is a step_key.
    std::uint32_t root(std::uint64_t key) const { return roots_.find(key); }
    std::uint32_t child(std::uint32_t node, std::uint64_t key) const {
        const std::uint32_t found = edges_.find(edge_key(node, key));
        return found == 0 && nodes_[node].any_next != 0 ? edges_.find(edge_key(node, kAnyUnit))
                                                        : found;
    }
    Node node(std::uint32_t number) const {
        const StoredNode& stored = nodes_[number];
        const StoredNode& next = nodes_[number + 1];
        return {
            entries_.subspan(stored.first_entry, next.first_entry - stored.first_entry),
            stored.context_word,
            stored.longer,
            stored.first_spun != next.first_spun,
        };
    }
    std::vector<SpunName> spun_names(std::uint32_t node) const {
        std::vector<SpunName> names;
        for (std::uint32_t i = nodes_[node].first_spun; i < nodes_[node + 1].first_spun; ++i) {
            names.push_back({spun_entities_[i], spun_words_[i]});
        }
        return names;
    }

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
    // What somebody else of the name of such an entity is.
    std::span<const NameEvidence> callings(EntityType type) const {
        return callings_[static_cast<std::size_t>(type)];
    }
    // Words by which a text is known to be about such entities.
    std::span<const NameEvidence> subject(EntityType type) const {
        const std::size_t list = kEntityTypes + static_cast<std::size_t>(type);
        return list < callings_.size() ? callings_[list] : std::span<const NameEvidence>();
    }
    std::span<const NameHead> heads(EntityNumber entity) const { return heads_[entity]; }
    // The patterns of which a word of the context has the last part.
    std::span<const std::uint32_t> told_by(std::uint32_t word) const { return told_by_[word]; }
    std::span<const ToldPart> told(std::uint32_t pattern) const { return told_[pattern]; }
    EntityNumber told_of(std::uint32_t pattern) const { return told_of_[pattern]; }
    std::uint32_t count_entities() const { return static_cast<std::uint32_t>(types_.size()); }
    std::uint32_t count_context_words() const { return context_words_.front(); }

    // Returns the key of an edge in the table of edges.
    static std::uint64_t edge_key(std::uint32_t node, std::uint64_t key) {
        return (key ^ node * 0xD6E8FEB86659FD93ULL) * 0xFF51AFD7ED558CCDULL;
    }

 private:
    KeyTable roots_;
    KeyTable edges_;
    KeyTable words_;
    KeyTable common_;
    std::span<const StoredNode> nodes_;
    std::span<const NameEntry> entries_;
    std::span<const EntityNumber> spun_entities_;
    BlockLists<std::uint64_t> spun_words_;
    std::span<const EntityType> types_;
    BlockLists<NameEvidence> evidence_;
    BlockLists<NameEvidence> against_;
    BlockLists<NameEvidence> against_types_;
    BlockLists<NameEvidence> callings_;  // by type; then, by type, the words of their subject
    BlockLists<NameHead> heads_;
    BlockLists<ToldPart> told_;
    std::span<const EntityNumber> told_of_;
    BlockLists<std::uint32_t> told_by_;
    std::span<const std::uint32_t> context_words_;  // one: how many there are
    Spellings spellings_;
    Homes homes_;
};

}  // namespace sinodex
