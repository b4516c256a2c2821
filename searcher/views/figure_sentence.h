// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/entities/knowledge.h"
#include "corpus/schema/record.h"

namespace sinodex {

// Says what an entity is as an owner: a firm, product or organisation; a person, body or law; a
// place; or a medium, which tells of the amounts of others.
enum class OwnerRank { firm, person, place, medium };
OwnerRank owner_rank(const Entity& entity);

// Whom a mention of an entity is about: of an event (滴滴被罚款) its company or product.
EntityNumber whom_it_is_about(const Knowledge& knowledge, EntityNumber entity);

// A word of a sentence, or what several of them are together.
struct SentencePart {
    enum class Kind { word, names, amount, date, mark };
    Kind kind = Kind::word;
    ByteRange range;     // of the article's text
    std::string folded;  // of a word or mark
    // A name has one entity of the knowledge, or the members of a list (A, B and C).
    std::vector<EntityNumber> entities;
    bool open = false;                 // the list goes on with what is not named (A and others)
    bool possessive = false;           // Alibaba's
    OwnerRank rank = OwnerRank::firm;  // of names

    bool is(Kind wanted) const { return kind == wanted; }
    bool is_list() const { return entities.size() > 1 || open; }
};

// The parts of a sentence between marks and conjunctions; a clause of reported speech is its own.
struct FigureClause {
    std::size_t begin = 0;  // parts
    std::size_t end = 0;
};

struct FigureSentence {
    ByteRange range;
    std::vector<SentencePart> parts;
    std::vector<FigureClause> clauses;  // together all parts

    std::size_t clause_of(std::size_t part) const;
    // The part with the byte, or parts.size().
    std::size_t part_at(std::uint32_t byte) const;
};

FigureSentence read_figure_sentence(const Knowledge& knowledge, const Record& record,
                                    ByteRange sentence);

// Whether a word is one of those that a space-separated list has.
bool is_one_of(std::string_view word, std::string_view list);

}  // namespace sinodex
