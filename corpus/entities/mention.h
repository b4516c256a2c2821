// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/article.h"
#include "corpus/entities/entity.h"

namespace sinodex {

// Says by what an entity was recognised. A role or surname stands for an entity that was named
// before, and says less; `fuzzy` is a name with a misspelt or replaced word. What is `told` is an
// event or measure that a sentence tells of without naming it.
enum class MentionKind : std::uint8_t {
    name,
    acronym,
    ticker,
    misnomer,
    fuzzy,
    surname,
    role,
    told,
};

// Whether a mention of the kind names its entity, and does not only lead to it.
constexpr bool is_named(MentionKind kind) { return kind < MentionKind::surname; }

struct Mention {
    EntityNumber entity = 0;
    ByteRange range;  // of the text that was searched; the name alone, without a possessive
    MentionKind kind = MentionKind::name;
    bool ambiguous = false;  // in queries only: may well mean something else
    bool operator==(const Mention&) const = default;
};

// Each sorted by position, and without overlaps.
struct ArticleMentions {
    std::vector<Mention> title;
    std::vector<Mention> text;
};

}  // namespace sinodex
