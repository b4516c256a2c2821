#pragma once

#include <vector>

#include "corpus/text/token.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

// The places where a phrase stands among the tokens of one text, as byte ranges, in order and
// without overlap. Words are compared as they are folded, not by their stems. Thread-safe.
std::vector<ByteRange> find_phrase(const Phrase& phrase, const std::vector<Token>& tokens);

}  // namespace sinodex
