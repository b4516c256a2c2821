// SPDX-License-Identifier: GPL-2.0-or-later

// What stands by a name that says too little: whether the article is about such things at all.

#include <algorithm>

#include "corpus/entities/surroundings.h"

namespace sinodex {
namespace {

// Whether what such an entity does is the subject of a text that names it. Anybody may live in a
// place, read a paper or go to a university.
bool makes_subject(EntityType type) {
    return type != EntityType::place && type != EntityType::media &&
           type != EntityType::organisation && type != EntityType::person;
}

}  // namespace

// A doubtful name is supported by its entity's other names, what belongs to it, its country, and by
// anything else of the subject; words of other trades in its sentence leave the nearer ones only.
bool Surroundings::is_supported(const Candidate& place) {
    const EntityNumber entity = place.entity;
    const EntityType type = tree_->type(entity);
    const auto context = tree_->evidence_for(entity);
    const Units sentence = sentence_of(place);
    const auto subject = tree_->subject(type);
    bool in_article = false;
    std::uint32_t times = 1;
    for (const Name& name : names_) {
        if (name.begin < place.end && place.begin < name.end) continue;
        if (name.entity == entity && name.doubtful) {
            ++times;
            continue;
        }
        const bool own = name.entity == entity || is_named_in(context, name.entity) ||
                         is_named_in(subject, name.entity);
        const bool other = makes_subject(tree_->type(name.entity)) ||
                           (tree_->type(name.entity) == EntityType::person && !name.doubtful);
        const bool near = name.begin >= sentence.begin && name.begin < sentence.end;
        if (own || (other && near)) return true;
        in_article |= other;
    }
    const auto belongs = [&](EntityNumber other) { return is_named_in(context, other); };
    if (std::any_of(possible_.begin(), possible_.end(), belongs)) return true;
    if (type == EntityType::place) return !is_of_another_trade(type, sentence, place);
    if (type != EntityType::person && tells_home_otherwise(entity)) return true;
    if (holds_word(context, {0, units_count()}, place)) return true;
    if (is_of_another_trade(type, sentence, place)) return false;
    if (place.homeless && tells_another(entity, sentence, place)) return false;
    constexpr std::uint32_t kOften = 3;
    return in_article || (type != EntityType::person && times >= kOften) ||
           holds_word(subject, sentence, place);
}

bool Surroundings::is_of_another_trade(EntityType type, Units units, const Candidate& place) const {
    return holds_word(tree_->callings(type), units, place) ||
           holds_word(tree_->evidence_against(type), units, place);
}

// Whether the country of `entity`, or any where a law or policy has none, is told by more than
// doubtful names.
bool Surroundings::tells_home_otherwise(EntityNumber entity) const {
    const auto home = tree_->homes().of(entity);
    const EntityType type = tree_->type(entity);
    if (!home && type != EntityType::law && type != EntityType::policy && type != EntityType::event)
        return false;
    return std::any_of(marks_.begin(), marks_.end(), [&](const Mark& mark) {
        return !mark.doubtful && (!home || tree_->homes().lies_in(mark.country, *home));
    });
}

// Whether another country is told of in a sentence, and none of the subject: words in common with
// that country's office say nothing then.
bool Surroundings::tells_another(EntityNumber entity, Units sentence,
                                 const Candidate& place) const {
    const auto home = tree_->homes().of(entity);
    const auto subject = tree_->subject(tree_->type(entity));
    return home && std::any_of(marks_.begin(), marks_.end(), [&](const Mark& mark) {
               const bool itself = mark.begin < place.end && place.begin < mark.end;
               return !itself && mark.official && !is_named_in(subject, mark.country) &&
                      mark.begin >= sentence.begin && mark.begin < sentence.end &&
                      !tree_->homes().lies_in(mark.country, *home);
           });
}

bool Surroundings::is_elsewhere(const Candidate& place) {
    const auto home = tree_->homes().of(place.entity);
    if (!home) return false;
    const Units sentence = sentence_of(place);
    bool other = false;
    for (const Mark& mark : marks_) {
        if (mark.begin < place.end && place.begin < mark.end) continue;
        if (tree_->homes().lies_in(mark.country, *home)) {
            if (!mark.homeless) return false;
        } else if (mark.official && mark.begin >= sentence.begin && mark.end <= place.begin) {
            other = true;
        }
    }
    return other && std::none_of(names_.begin(), names_.end(), [&](const Name& name) {
               return name.entity != place.entity && makes_subject(tree_->type(name.entity)) &&
                      name.begin >= sentence.begin && name.begin < sentence.end;
           });
}

void Surroundings::note_possible(const std::vector<Candidate>& candidates) {
    for (const Candidate& candidate : candidates) {
        if (candidate.standing != Standing::ambiguous) continue;
        for (const NameEntry& entry : tree_->node(candidate.node).entries) {
            if (entry.kind == NameKind::ambiguous) possible_.push_back(entry.entity);
        }
    }
}

std::uint32_t Surroundings::units_count() const {
    return static_cast<std::uint32_t>(article_->units.size());
}

bool Surroundings::is_named_in(std::span<const NameEvidence> evidence, EntityNumber entity) {
    return std::any_of(evidence.begin(), evidence.end(), [&](const NameEvidence& one) {
        return one.is_word == 0 && one.number == entity;
    });
}

// Whether one of `evidence` that is a word stands in `units`, but not in the words of `place`.
bool Surroundings::holds_word(std::span<const NameEvidence> evidence, Units units,
                              const Candidate& place) const {
    if (evidence.empty()) return false;
    const auto first =
        std::lower_bound(words_.begin(), words_.end(), units.begin,
                         [](const WordPlace& one, std::uint32_t unit) { return one.begin < unit; });
    for (auto word = first; word != words_.end() && word->begin < units.end; ++word) {
        if (word->begin < place.end && place.begin < word->end) continue;
        if (std::any_of(evidence.begin(), evidence.end(), [&](const NameEvidence& one) {
                return one.is_word != 0 && one.number == word->word;
            })) {
            return true;
        }
    }
    return false;
}

}  // namespace sinodex
