// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "corpus/article.h"
#include "corpus/quantities/amount_query.h"
#include "corpus/quantities/calendar.h"
#include "searcher/understanding/by_kind.h"
#include "searcher/understanding/phrase.h"

namespace sinodex {

// Other words that mean nearly the same as some of the query.
struct Alternative {
    std::string text;
    Phrase phrase;                   // where it stands, by stems
    std::vector<std::string> terms;  // of the index, which articles that hold it have
    // Of a translation into English: its words in their inflections. Other words of their stems are
    // less likely to be meant.
    std::vector<std::vector<std::string>> forms = {};
    double weight = 1;      // 0..1
    unsigned articles = 0;  // of a translation: how many hold its terms
};

// Entities that some words name, be it directly or as something that belongs to them.
struct NamedEntities {
    std::vector<std::string> entities;  // ids; several where the name is ambiguous
    bool event = false;                 // an event, whose name is made of other words
    bool ambiguous = false;             // its words may well mean something else
    double rarity = 1;  // of an event: at most 1, the idf of its rarest word by its own
};

// Words of a query may mean these, a type for each kind.
struct EntityMeaning : NamedEntities {};
struct RelatedMeaning : NamedEntities {};  // what belongs to the entity that is named
struct AmountMeaning {
    AmountQuery amount;
};
struct TimeMeaning {
    DayRange days;
};
struct SynonymMeaning {
    std::vector<Alternative> alternatives;
};
struct SpellingMeaning {
    std::vector<Alternative> alternatives;  // the one that was most likely meant
};
struct TranslationMeaning {
    std::vector<Alternative> alternatives;
    double articles = 0;  // how many hold one of them, about
    double rarity = 1;    // its idf together with the words themselves, by its idf alone
    bool held = true;     // articles hold the words themselves
    double worth = 1;     // for articles, by that common idf: a share of what held words weigh
};

// Says what some words of the query name or mean: an entity, by any of its names; an amount, in any
// notation; a time; the same in other words; and, more weakly, entities that belong to the one that
// is named. It matches wherever the same is mentioned, and counts less there than the words
// themselves. A value, which by_kind() takes apart.
struct QueryConcept {
    std::variant<EntityMeaning, AmountMeaning, TimeMeaning, SynonymMeaning, SpellingMeaning,
                 RelatedMeaning, TranslationMeaning>
        is;
    ByteRange span = {};                   // bytes of the query
    std::string label = {};                // for explanations: "alibaba", "18.2bn yuan"
    std::vector<std::string> terms = {};   // of the index, with their prefix
    std::vector<std::size_t> covers = {};  // which of the query's terms are its words
};

// The ids of the entities that a concept names; none where it names none. Valid as long as it.
std::span<const std::string> entities_of(const QueryConcept& named);

// The other words that mean a concept; none of an entity, an amount or a time. Valid as long as it.
std::span<const Alternative> alternatives_of(const QueryConcept& named);

// Whether the words of a concept are its name and nothing else, which have no synonyms.
bool is_mere_name(const QueryConcept& named);

// In a word or two, for explanations: entity alibaba.
std::string to_string(const QueryConcept& named);

}  // namespace sinodex
