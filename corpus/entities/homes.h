// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "corpus/entities/knowledge.h"

namespace sinodex {

// The country of each entity: its `home`, or that of what it is located in, part of, issued by or a
// member of. A country is a place with adjectives, such as Chinese. Internal to this folder; safe
// to read from any number of threads.
class Homes {
 public:
    explicit Homes(const Knowledge& knowledge);

    std::optional<EntityNumber> of(EntityNumber entity) const;

    // Whether `country` is `other` or lies in it, as Hong Kong lies in China.
    bool lies_in(EntityNumber country, EntityNumber other) const;

    // Whether an entity stands for its country, as a ministry does and a company does not.
    bool speaks_for_country(EntityNumber entity) const { return official_[entity]; }

 private:
    static constexpr EntityNumber kNone = UINT32_MAX;

    std::vector<EntityNumber> home_;
    std::vector<EntityNumber> around_;  // the country that a country lies in
    std::vector<bool> official_;
};

}  // namespace sinodex
