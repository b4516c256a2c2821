// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/entities/entity_finder.h"
#include "corpus/entities/knowledge.h"

namespace sinodex {

// A small world that the tests of the finder share.
const Knowledge& small_world();

// "alibaba:Alibaba jack-ma/surname:Ma": each mention with its id, its kind unless it is a name, and
// the words that it covers; " | " parts the title's from the text's.
std::string found(const Knowledge& knowledge, std::string_view title, std::string_view text);
std::string found(std::string_view text);

// The same for a query, with "?" behind the id of what is ambiguous.
std::string found_in_query(std::string_view query);

std::string described(const Knowledge& knowledge, std::string_view text,
                      const std::vector<Mention>& mentions);

}  // namespace sinodex
