// SPDX-License-Identifier: GPL-2.0-or-later

// Names that say too little by how they stand in a text.

#include <algorithm>

#include "corpus/entities/candidates.h"
#include "corpus/entities/sentence_ends.h"

namespace sinodex {

// Whether a name that is a word as well has its capital for beginning a sentence: Micron-deep cuts.
bool CandidateFinder::has_capital_by_place(const Candidate& place) const {
    const TextUnit& unit = units_[place.begin];
    return capitals_ == Capitals::as_named && place.end == place.begin + 1 && !unit.han &&
           unit.lowers > 0 && !unit.possessive && tree_.is_common_word(unit.key) &&
           begins_sentence(article_, place.begin) &&
           !tree_.subject(tree_.type(place.entity)).empty();
}

// Whether a law, a policy or an event stands without a capital: dual circulation.
bool CandidateFinder::is_common_phrase(const Candidate& place) const {
    const EntityType type = tree_.type(place.entity);
    const bool is_concept =
        type == EntityType::law || type == EntityType::policy || type == EntityType::event;
    constexpr std::uint32_t kLongest = 3;  // words: what is longer is no common phrase
    if (!is_concept || capitals_ != Capitals::as_named || tree_.subject(type).empty() ||
        place.end - place.begin > kLongest) {
        return false;
    }
    for (std::uint32_t i = place.begin; i < place.end; ++i) {
        const bool by_place = i == place.begin && begins_sentence(article_, i) &&
                              units_[i].uppers == 1 && units_[i].lowers > 0;
        if ((units_[i].uppers > 0 && !by_place) || units_[i].han) return false;
    }
    return true;
}

// Whether a Chinese person is called something right behind the name: 张一鸣老师.
bool CandidateFinder::is_titled(const Candidate& place) const {
    if (tree_.type(place.entity) != EntityType::person || place.end + 1 >= units_.size() ||
        !units_[place.begin].han || units_[place.end].gap != Gap::none) {
        return false;
    }
    const auto callings = tree_.callings(EntityType::person);
    std::uint32_t node = tree_.root(units_[place.end].key);
    for (std::uint32_t i = place.end + 1; node != 0 && i < units_.size(); ++i) {
        node = units_[i].gap == Gap::none ? tree_.child(node, step_key(units_[i], false)) : 0;
        if (node == 0) break;
        const std::uint32_t word = tree_.node(node).context_word;
        const auto is_calling = [word](const NameEvidence& one) {
            return one.is_word != 0 && one.number == word;
        };
        const auto against = tree_.evidence_against(EntityType::person);
        if (word != kNoWord && (std::any_of(callings.begin(), callings.end(), is_calling) ||
                                std::any_of(against.begin(), against.end(), is_calling))) {
            return true;
        }
    }
    return false;
}

}  // namespace sinodex
