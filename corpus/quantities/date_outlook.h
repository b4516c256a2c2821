// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// What tells that a date may lie ahead although what is said of it is past. Internal to this
// folder. `begin` is where the date begins.

#include <vector>

#include "corpus/quantities/lexemes.h"

namespace sinodex::quantities {

// "threatened a duty from November 1", 已通知自12月31日起.
bool may_begin_later(const std::vector<Lexeme>& lexemes, std::size_t begin);

// "the quarter ending April 27", which may go on.
bool is_behind_ending(const std::vector<Lexeme>& lexemes, std::size_t begin);

// 第三季展望, the Friday of "today and Friday".
bool is_looked_forward_to(const std::vector<Lexeme>& lexemes, std::size_t begin);

}  // namespace sinodex::quantities
