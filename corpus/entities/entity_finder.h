// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/entities/knowledge.h"
#include "corpus/entities/mention.h"

namespace sinodex {

// Finds the entities of a Knowledge in articles and queries. Where names overlap, the longest
// counts, then the earliest; but "Nvidia's H20", in an article, mentions both.
// How kinds of names are recognised:
//
// - Latin names are whole words; hyphens, diacritics, full width and possessives make no
// difference.
//   A single word needs a capital, an acronym all of its own; one of several words needs one,
//   unless it is a law, a policy or an event, or the article does without capitals.
// - Chinese names are found within any text, Simplified or Traditional.
// - An ambiguous name counts when the article names its entity otherwise, or holds something of its
//   context; so does an acronym amid words that are all in capitals.
// - A surname counts behind the full name of a person who has it, the last one named so far; a role
//   when an entity that has it was named before.
// - In words of eight letters one mistake is forgiven, if the word is capitalised and in no name at
//   all; a single word of less than ten letters needs a context as an ambiguous name does. So are
//   a 0 or 1 for a letter, i and l for each other, and, in names of several words, a space within
//   one. Some names that a rewriting program spoilt are found as well.
//
// Texts are UTF-8; other bytes are passed over. Unchanging: safe to share between threads.
class EntityFinder {
 public:
    // Memory that is kept between articles: one for each thread.
    class Scratch {
     public:
        Scratch();
        ~Scratch();
        Scratch(Scratch&&) noexcept;
        Scratch& operator=(Scratch&&) noexcept;

     private:
        friend class EntityFinder;
        struct State;
        std::unique_ptr<State> state_;
    };

    explicit EntityFinder(Knowledge knowledge) : knowledge_(std::move(knowledge)) {}

    // The mentions of an article, whose title and text are read as one, in this order; no name goes
    // across the end of a paragraph. The result stays valid until the next call with `scratch`.
    const ArticleMentions& find_mentions(std::string_view title, std::string_view text,
                                         Scratch& scratch) const;

    // The mentions of a query. Capitals do not matter. An ambiguous name without context gives a
    // mention for each of its entities, with the same range and `ambiguous` set; so is a word in
    // lower case that would be an acronym or common word. No surnames and roles.
    std::vector<Mention> find_in_query(std::string_view query) const;

 private:
    Knowledge knowledge_;
};

}  // namespace sinodex
