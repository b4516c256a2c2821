// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "corpus/text/token.h"
#include "searcher/query/parsed_query.h"

namespace sinodex {

// Function words, and those that questions are asked with: no topic turns on them (the, how).
// Folded.
bool is_common_word(std::string_view word);

// The tokens of a query that score. Chinese is asked for by its dictionary words, and by the pairs
// inside the longer ones, so that a part of a compound is found as well. Points into `tokens`.
std::vector<const Token*> scoring_tokens(const std::vector<Token>& tokens);

// Whether a token of a node's text stands for all words that begin so: the last one, before a star.
// Chinese needs none, as a name is found by any part of it.
bool is_beginning(const QueryNode& node, const Token& token, const std::vector<Token>& tokens);

}  // namespace sinodex
