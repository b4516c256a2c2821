// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/understanding/understand.h"

namespace sinodex {

// Conditions are put together from these.

// Conditions are made with these. `warnings` is where they tell of what is odd.
struct ConditionTools {
    const UnderstandingTools& given;
    Prefixes& prefixes;
    std::vector<QueryWarning>& warnings;
};

// Wants one of some terms. Without any, no article holds it: that must not mean that anything will
// do.
Condition one_of(const std::vector<std::string>& terms, std::string label);

// One of the terms that a word begins; `stems`: whether the field holds stems.
Condition beginning_condition(const Token& beginning, std::string_view prefix, bool stems,
                              ByteRange span, const ConditionTools& tools);

// All words of a node's text, under a prefix; one of the terms of each.
AllOf all_words(const QueryNode& node, std::string_view prefix, const ConditionTools& tools);

// One of the terms of a node's text that score.
AnyOf wanted_words(const QueryNode& node, const ConditionTools& tools);

// The words of a node's text in their places, Chinese by its characters; with `stems` in any form.
// A node that says nothing gives no positions.
Phrase sequence(const QueryNode& node, bool stems, const ConditionTools& tools);

// Returns what a field's value asks for. A value that cannot be read gives a warning and no
// condition.
Condition field_condition(const QueryNode& node, const ConditionTools& tools);

}  // namespace sinodex
