// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/understanding/understand.h"

namespace sinodex {

// Conditions are put together from these.

// A group of one is that one, but for exclusions.
Condition group_condition(Condition::Kind kind, std::vector<Condition> children);

Condition term_condition(std::string term);

// Whether nothing is asked for: it came of punctuation only.
bool says_nothing(const Condition& condition);

// One of the terms that a word begins; `stems`: whether the field holds stems.
Condition beginning_condition(const Token& beginning, std::string_view prefix, bool stems,
                              ByteRange span, const UnderstandingTools& tools);

// All words of a node's text, under a prefix; one of the terms of each.
Condition words_condition(const QueryNode& node, std::string_view prefix,
                          const UnderstandingTools& tools);

// One of the terms of a node's text that score.
Condition wanted_condition(const QueryNode& node, const UnderstandingTools& tools);

// The words of a node's text in their places, Chinese by its characters; with `stems` in any form.
// A node that says nothing gives no positions.
Phrase sequence(const QueryNode& node, bool stems, const UnderstandingTools& tools);

// Returns what a field's value asks for. A value that cannot be read gives a warning and no
// condition.
Condition field_condition(const QueryNode& node, const UnderstandingTools& tools,
                          std::vector<QueryWarning>& warnings);

}  // namespace sinodex
