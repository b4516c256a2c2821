// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "corpus/schema/terms.h"
#include "corpus/text/token.h"

namespace sinodex {

// An English word or a Chinese character of a query, of which phrases of a dictionary are made.
struct DictionaryUnit {
    std::string term;  // stem, or folded character
    std::string word;  // folded
    ByteRange range;   // of the text that was analysed
    bool chinese;
    bool inside_word;  // the segmenter takes the character before to the same word
};

// Returns the units of a text, each once, in their order.
std::vector<DictionaryUnit> dictionary_units_of(const std::vector<Token>& tokens, TermMaker& terms);

// Returns the words of an English phrase, which stand one space apart.
std::vector<std::string> words_of_phrase(std::string_view phrase);

}  // namespace sinodex
