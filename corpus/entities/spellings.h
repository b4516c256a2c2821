// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/entities/key_table.h"

namespace sinodex {

// Whether one letter left out, put in or replaced, or two neighbours exchanged, makes `a` of `b`.
bool is_one_edit(std::string_view a, std::string_view b);

// The folded words that a scanner may have read as `word`: it confuses o with 0, i, l and
// 1, and rn with m.
// Thread-safe.
std::vector<std::string> misread_from(std::string_view word);

// Whether a digit or an l at the beginning of a word was a capital: 8iden, lndustry. Thread-safe.
bool starts_misread(std::string_view word);

// Whether nobody writes a word so: with a 0 or 1 amid letters, or an l amid capitals. Thread-safe.
bool is_surely_misread(std::string_view word);

// Finds the long word that a misspelt one was meant to be. Words are folded ASCII letters. A view
// of a block. Internal to this folder; safe to read from any number of threads.
class Spellings {
 public:
    static constexpr std::size_t kLeastLetters = 8;

    // Takes what SpellingsBuilder::write() wrote.
    explicit Spellings(BlockReader& block) : variants_(block), words_(block.lists<char>()) {}

    // The word that is one edit from `word` and begins with the same letter.
    std::optional<std::string_view> corrected(std::string_view word) const;

 private:
    // A word is found by itself and by what each left-out letter makes of it, as in SymSpell
    // (W. Garbe, 2012): two words one edit apart share one of these.
    KeyTable variants_;
    BlockLists<char> words_;  // their numbers are one more than their places
};

// Collects the words.
class SpellingsBuilder {
 public:
    // Words that are too short, or not ASCII letters, are left out.
    void add(std::string_view word);

    void write(BlockWriter& block) const;

 private:
    KeyTableBuilder variants_;
    std::vector<std::string> words_;
};

}  // namespace sinodex
