// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "corpus/entities/knowledge_block.h"
#include "corpus/entities/knowledge_source.h"

namespace sinodex {

// The country of each entity: its `home`, or that of what it is located in, part of, issued by or a
// member of. A country is a place with adjectives, such as Chinese. A view of a block. Internal to
// this folder; safe to read from any number of threads.
class Homes {
 public:
    static constexpr EntityNumber kNone = UINT32_MAX;

    // Takes what HomesBuilder::write() wrote.
    explicit Homes(BlockReader& block)
        : home_(block.array<EntityNumber>()),
          around_(block.array<EntityNumber>()),
          official_(block.array<std::uint8_t>()) {}

    std::optional<EntityNumber> of(EntityNumber entity) const;

    // Whether `country` is `other` or lies in it, as Hong Kong lies in China.
    bool lies_in(EntityNumber country, EntityNumber other) const;

    // Whether an entity stands for its country, as a ministry does and a company does not.
    bool speaks_for_country(EntityNumber entity) const { return official_[entity] != 0; }

 private:
    std::span<const EntityNumber> home_;
    std::span<const EntityNumber> around_;  // the country that a country lies in
    std::span<const std::uint8_t> official_;
};

// Finds out.
class HomesBuilder {
 public:
    explicit HomesBuilder(const KnowledgeSource& knowledge);

    void write(BlockWriter& block) const;

 private:
    std::vector<EntityNumber> home_;
    std::vector<EntityNumber> around_;
    std::vector<std::uint8_t> official_;
};

}  // namespace sinodex
