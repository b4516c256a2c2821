// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "corpus/article.h"

namespace sinodex {

// Holds words that must follow each other, or parts that must stand near each other; then
// `positions` is empty. Each position holds alternatives, folded words: "e-commerce giant" is
// {{ecommerce, commerce}, {giant}}. Chinese is matched character by character.
struct Phrase {
    std::vector<std::vector<std::string>> positions;
    ByteRange span;
    bool prefix = false;  // the last position holds beginnings of words
    bool stems = false;   // positions hold index terms: any form of the words will do
    std::vector<std::vector<Phrase>> parts = {};  // of NEAR; each has its alternatives
    unsigned distance = 0;  // of NEAR: positions between a part and the next one, at most
};

}  // namespace sinodex
