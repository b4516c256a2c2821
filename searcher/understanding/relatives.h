// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "corpus/entities/knowledge.h"

namespace sinodex {

// Tells which entities belong together: subsidiaries, products and parents. Unchanging: one for all
// threads.
class Relatives {
 public:
    explicit Relatives(const Knowledge& knowledge);

    // Returns the relatives of an entity: what it is the parent of, then its own parents.
    const std::vector<EntityNumber>& of(EntityNumber number) const { return relatives_[number]; }

 private:
    std::vector<std::vector<EntityNumber>> relatives_;  // by number
};

}  // namespace sinodex
