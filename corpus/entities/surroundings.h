// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "corpus/entities/candidates.h"
#include "corpus/entities/name_tree.h"

namespace sinodex {

// Collects what speaks for or against a name which alone says too little: the entities that an
// article certainly names, the words that the knowledge has as context, and the countries.
//
// - An ambiguous name has what its entity is tied to anywhere in the article.
// - A generic one has its own country: right beside it, in its sentence, or in the article where no
//   other country is nearer.
// - An idiom has what its entity is tied to in its own sentence.
//
// None of them has anything when its sentence holds something that speaks against it. Internal to
// this folder; not thread-safe, memory is kept for the next article.
class Surroundings {
 public:
    // Takes countries from the kept certain candidates and from adjectives, and the words.
    void read(const NameTree& tree, const ArticleUnits& article,
              const std::vector<Candidate>& candidates, const std::vector<bool>& covered,
              std::span<const WordPlace> words, bool is_query);

    // The kept certain candidates are the names of the article; then, that they are what it names.
    void list_names(const std::vector<Candidate>& candidates);
    void note_names(const std::vector<Candidate>& candidates);

    // How much speaks for what `entry` makes of `place`; 0: nothing.
    std::uint32_t weight(const NameEntry& entry, const Candidate& place);

    // Whether the words beside `place` say that it is another country's.
    bool is_foreign(EntityNumber entity, const Candidate& place) const;
    // Whether an "and" ties `place`, of which other countries have the like, to a foreign one.
    bool is_joined(const Candidate& foreign, const Candidate& place) const;
    // Whether the words beside `place` say that it is something or somebody else.
    bool is_another(EntityNumber entity, const Candidate& place) const;
    // Whether the sentence of an abbreviation speaks against its entity.
    bool is_disputed(EntityNumber entity, const Candidate& place);
    // Whether only another country is told of where an office that tells none is named.
    bool is_elsewhere(const Candidate& place);
    // Takes what the ambiguous candidates may mean, for is_supported().
    void note_possible(const std::vector<Candidate>& candidates);
    // Whether anything says that a doubtful name means its entity.
    bool is_supported(const Candidate& place);
    // The units of the sentence in which `place` stands.
    std::pair<std::uint32_t, std::uint32_t> sentence_at(const Candidate& place) const {
        const Units sentence = sentence_around(place);
        return {sentence.begin, sentence.end};
    }
    // Whether the units from `begin` to `end` tell of the country of `entity`.
    bool tells_home(EntityNumber entity, std::uint32_t begin, std::uint32_t end) const;

 private:
    // A place in the article that tells of a country.
    struct Mark {
        std::uint32_t begin;
        std::uint32_t end;
        EntityNumber country;
        bool official;   // its name, or a name of its state
        bool adjective;  // or a possessive
        bool doubtful;   // of a doubtful name
        bool homeless;   // of one that tells no country
    };
    struct Units {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };
    // Counts how often a stretch of text names a country, and others.
    struct Countries {
        std::uint32_t own = 0;       // official marks of it
        std::uint32_t related = 0;   // other marks of it
        std::uint32_t other = 0;     // official marks of others
        bool own_is_nearer = false;  // than any other one
    };

    void forget();
    void add_name(const Candidate& name);
    std::optional<EntityNumber> told_place(const Candidate& candidate,
                                           const std::vector<bool>& covered) const;
    Units sentence_of(const Candidate& place);
    std::optional<EntityNumber> country_beside(const Candidate& place) const;
    std::optional<EntityNumber> country_before(const Candidate& place) const;
    std::optional<EntityNumber> country_behind(const Candidate& place) const;
    std::optional<EntityNumber> country_in_apposition(const Candidate& place) const;
    bool is_modifier(std::uint32_t unit) const;
    bool is_strangers(EntityNumber entity, const Candidate& place) const;
    bool has_foreign_head(const Candidate& place) const;
    bool is_made_abroad(EntityNumber home, const Candidate& place) const;
    Units sentence_around(const Candidate& place) const;
    Units apposition_of(const Candidate& place) const;
    bool is_right_before(std::span<const NameEvidence> words, const Candidate& place) const;
    bool stands_in(std::span<const NameEvidence> words, Units units) const;
    bool names_business(Units units) const;
    bool is_young(Units units) const;
    bool is_child_before(const Candidate& place) const;
    Countries count_countries(EntityNumber home, Units range, const Candidate& place) const;
    bool is_seen(const NameEvidence& evidence) const;
    std::uint32_t count_seen(std::span<const NameEvidence> all) const;
    std::uint32_t count_near(std::span<const NameEvidence> all, const Candidate& place);
    std::uint32_t ambiguous_weight(EntityNumber entity, const Candidate& place);
    bool is_amid_business(const Candidate& place) const;
    bool is_beside_company(const Candidate& place) const;
    bool is_listed_with_company(const Candidate& place) const;
    bool is_listed(std::uint32_t end, std::uint32_t begin) const;
    std::uint32_t generic_weight(EntityNumber entity, const Candidate& place);
    std::uint32_t idiom_weight(EntityNumber entity, const Candidate& place);
    bool speaks_against(EntityNumber entity, const Candidate& place);
    bool is_of_another_trade(EntityType type, Units units, const Candidate& place) const;
    bool tells_home_otherwise(EntityNumber entity) const;
    bool tells_another(EntityNumber entity, Units sentence, const Candidate& place) const;
    std::uint32_t units_count() const;
    static bool is_named_in(std::span<const NameEvidence> evidence, EntityNumber entity);
    bool holds_word(std::span<const NameEvidence> evidence, Units units,
                    const Candidate& place) const;

    const NameTree* tree_ = nullptr;
    const ArticleUnits* article_ = nullptr;
    bool is_query_ = false;
    std::vector<bool> named_;               // by entity: a certain name of it stands somewhere
    std::vector<EntityNumber> named_list_;  // the true ones of named_
    std::vector<bool> seen_words_;
    std::span<const WordPlace> words_;
    std::vector<Mark> marks_;
    struct Name {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        EntityNumber entity = 0;
        bool doubtful = false;
    };
    std::vector<EntityNumber> possible_;  // what ambiguous names may mean
    std::vector<Name> names_;
    Units sentence_;  // the last one asked for
};

}  // namespace sinodex
