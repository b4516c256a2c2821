// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "corpus/text/token.h"
#include "searcher/ranking/vocabulary.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

// The places where a phrase stands among the tokens of one text; or, of parts that must stand near
// each other, the places of all parts wherever they do: every part once, in any order, none over
// another, with at most so many positions between one and the next. In order, maybe overlapping.
std::vector<ByteRange> find_places(const Phrase& phrase, const std::vector<Token>& tokens,
                                   Vocabulary& vocabulary);

}  // namespace sinodex
