// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/relatives.h"

namespace sinodex {

Relatives::Relatives(const Knowledge& knowledge) : relatives_(knowledge.entities().size()) {
    const auto visit_parents = [&](auto visit) {
        for (EntityNumber number = 0; number < relatives_.size(); ++number) {
            for (const Relation& relation : knowledge.entity(number).relations) {
                if (relation.kind == RelationKind::parent) visit(number, relation.target);
            }
        }
    };
    visit_parents(
        [&](EntityNumber child, EntityNumber parent) { relatives_[parent].push_back(child); });
    visit_parents(
        [&](EntityNumber child, EntityNumber parent) { relatives_[child].push_back(parent); });
}

}  // namespace sinodex
