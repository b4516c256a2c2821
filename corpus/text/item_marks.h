// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "corpus/article.h"

namespace sinodex {

// Marks of enumerated items: "1.", "2)", "3.)", "b.", with or without a bullet before them.
// Internal to this folder.

// Whether `text` is such a mark and nothing else.
bool is_item_mark(std::string_view text);

// Whether `text` begins with a mark and ends with the next one: "1. Rice 2."
bool ends_with_next_mark(std::string_view text);

// Appends the items of `range`, which begins with a mark when it has more than one.
void append_items(std::string_view text, ByteRange range, std::vector<ByteRange>& items);

}  // namespace sinodex
