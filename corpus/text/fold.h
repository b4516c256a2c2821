// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sinodex {

// Appends `word` to `out`, folded: NFKC case folding, diacritics off, apostrophes made '. ASCII
// words, and words that but for an apostrophe are ASCII, are spared ICU. Thread-safe.
void fold_word(std::string_view word, std::string& out);

// Takes off what a word's spelling adds to it, in place: a possessive 's, apostrophes, the full
// stops of an acronym, the thousands separators of a number. `word` is folded.
void strip_punctuation(std::string& word);

// Returns what the letters behind a number stand for ("bn" -> "billion"); empty when nothing.
std::string_view unit_of_suffix(std::string_view letters);

// Whether a folded first part of a hyphenated word makes one word with the second: e-commerce,
// anti-monopoly.
bool is_joining_prefix(std::string_view part);

}  // namespace sinodex
