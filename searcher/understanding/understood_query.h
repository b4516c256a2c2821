// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "corpus/quantities/amount_query.h"
#include "corpus/quantities/calendar.h"
#include "corpus/text/token.h"
#include "searcher/query/parsed_query.h"

namespace sinodex {

// A term that scores. Terms are distinct; of one that the query holds twice, `count` is 2.
struct QueryTerm {
    std::string term;  // as in the index, without prefix
    std::string word;  // folded, as typed first
    TokenKind kind = TokenKind::word;
    ByteRange span;  // bytes of the query
    std::uint32_t position = 0;
    unsigned count = 1;
    double weight = 1;                    // as asked for: fine^2
    bool prefix = false;                  // regulat*: `word` is the beginning of one
    std::vector<std::string> forms = {};  // of a prefix: the terms of the index; it scores as one

    // Whether a text's word, folded, is this one in the very form that was typed.
    bool is_typed(std::string_view folded) const {
        return prefix ? folded.starts_with(word) : folded == word;
    }
};

// Words that must follow each other. Each position holds alternatives, folded words:
// "e-commerce giant" is {{ecommerce, commerce}, {giant}}. Chinese is matched character by
// character. Or parts that must stand near each other; then `positions` is empty.
struct Phrase {
    std::vector<std::vector<std::string>> positions;
    ByteRange span;
    bool prefix = false;  // the last position holds beginnings of words
    bool stems = false;   // positions hold index terms: any form of the words will do
    std::vector<std::vector<Phrase>> parts = {};  // of NEAR; each has its alternatives
    unsigned distance = 0;  // of NEAR: positions between a part and the next one, at most
};

// Other words that mean nearly the same as some of the query.
struct Alternative {
    std::string text;
    Phrase phrase;                   // where it stands, by stems
    std::vector<std::string> terms;  // of the index, which articles that hold it have
    double weight = 1;               // 0..1
    unsigned articles = 0;           // of a translation: how many hold its terms
};

// Says what some words of the query name or mean: an entity, by any of its names; an amount, in any
// notation; a time; the same in other words; and, more weakly, entities that belong to the one that
// is named. It matches wherever the same is mentioned, and counts less there than the words
// themselves.
struct QueryConcept {
    enum class Kind { entity, amount, date, synonym, spelling, related, translation };
    Kind kind = Kind::entity;
    ByteRange span;                     // bytes of the query
    std::string label;                  // for explanations: "alibaba", "18.2bn yuan"
    std::vector<std::string> entities;  // ids; several where the name is ambiguous, or related
    bool event = false;                 // of an entity: an event, whose name is made of other words
    bool ambiguous = false;             // likewise: its words may well mean something else
    AmountQuery amount;                 // of an amount
    DayRange days;                      // of a date
    std::vector<Alternative> alternatives;  // of a synonym, a spelling or a translation
    double articles = 0;                    // of a translation: how many hold one of them, about
    double rarity = 1;  // likewise: its idf together with the words themselves, by its idf alone;
                        // of an event: at most 1, the idf of its rarest word by its own
    bool held = true;   // likewise: articles hold the words themselves
    std::vector<std::string> terms;   // of the index, with their prefix
    std::vector<std::size_t> covers;  // which of the query's terms are its words
};

// A word of a query that no article holds, and what was most likely meant.
struct Correction {
    ByteRange span;    // bytes of the query
    std::string word;  // or two words, with a space
};

// Whether the words of a concept are its name and nothing else, which have no synonyms.
inline bool is_mere_name(const QueryConcept& named) {
    const bool words =
        named.kind == QueryConcept::Kind::synonym || named.kind == QueryConcept::Kind::translation;
    return !words && !named.event && !named.ambiguous;
}

// Says what must hold of an article.
struct Condition {
    enum class Kind {
        any,     // one of the children
        all,     // each child
        none,    // no child
        term,    // `term`, with its prefix
        phrase,  // phrases[phrase] in a passage or the title; children: what says that all of its
                 // words are there, and what says that one of them is, for when it is loosened
        date,    // from <= date <= to, as the date field's values
    };
    Kind kind = Kind::all;
    std::string term;
    std::size_t phrase = 0;
    std::string from, to;
    std::vector<Condition> children;
    std::string label;    // for explanations, instead of the many terms of what it names
    bool strict = false;  // of a phrase: never loosened
    ByteRange wanted;  // of `any`: the query's words of which one will do; what they name is added
};

// Says what a question asks for; see asked.h.
enum class Asked { nothing, something, amount, time, who, reason };

// A query that is ready to be run.
struct UnderstoodQuery {
    std::vector<QueryTerm> terms;
    std::vector<QueryConcept> concepts;
    std::vector<Phrase> phrases;
    std::vector<Correction> corrections;  // in the order of their words
    std::vector<ByteRange> missing;       // words that no article holds; see missing.h
    std::optional<Condition> condition;   // none: any of the terms
    // The phrases that stand by themselves, as numbers: articles that hold them come first. Behind
    // them may come those of which `loosened` holds (none: any of the terms).
    std::vector<std::size_t> preferred;
    std::optional<Condition> loosened;
    std::vector<QueryWarning> warnings;
    Asked asked = Asked::nothing;   // nothing: it is no question
    double words = 0;               // how long it is, function words included
    std::optional<bool> collapse;   // cluster:one, cluster:all
    std::optional<QueryNode> tags;  // of a query that has tags: what they are asked of
};

// In one line each, for explanations.
std::string to_string(const Condition& condition);
std::string to_string(const UnderstoodQuery& query);

}  // namespace sinodex
