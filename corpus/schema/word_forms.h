// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sinodex {

// The word that an irregular form of an English verb or noun belongs to: lose for lost, sue for
// suing, child for children; or that a noun or adjective is made of by more than an ending: decide
// for decision, sell for sale, merge for merger, China for Chinese; any other word itself. Forms
// that are more often another word (left, fed, lives, commission) are not among them. Folded words.
// Thread-safe.
std::string_view base_form(std::string_view word);

// Whether a base form is a term as it is, since the stemmer would make another word's of it.
// Thread-safe.
bool stays_apart(std::string_view base);

// The forms that base_form knows and that begin so, but not the words that they belong to.
// Thread-safe.
std::vector<std::string_view> irregular_forms(std::string_view beginning);

// The word and its inflections, regular and irregular ones, folded: deal, deals, dealed; some of
// the regular ones may be no words. With `verb` those with -ing as well. Words with other signs
// than letters have no other forms. Thread-safe.
std::vector<std::string> inflections_of(std::string_view word, bool verb);

}  // namespace sinodex
