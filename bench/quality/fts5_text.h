// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sinodex {

// A text for FTS5 to index: with blanks around each Chinese or Japanese character.
std::string fts5_text(std::string_view text);

// A MATCH expression for any words: every word quoted, pairs of neighbouring Chinese or Japanese
// characters as phrases, joined by OR. Empty when the query has no word.
std::string fts5_query(std::string_view query);

}  // namespace sinodex
