// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "corpus/article.h"

namespace sinodex {

enum class TokenKind : std::uint8_t {
    word,      // letters, or letters and digits: "alibaba", "5g"
    number,    // "5.5", "1000", "2021"
    han_char,  // one character of a Chinese or Japanese run
    han_pair,  // two adjacent ones
    han_word,  // a dictionary word of three or more
};

// A unit of text, folded so that spellings of the same word are equal:
//
//   text                 tokens (position: text)
//   Alibaba’s U.S. IPO   0:alibaba 1:us 2:ipo
//   e-commerce           0:ecommerce 0:commerce
//   $1.1tn, 5.5%         0:1.1 1:trillion 2:5.5 3:percent
//   螞蟻集團 IPO          0:蚂 0:蚂蚁 1:蚁 1:蚁集 2:集 2:集团 3:团 4:ipo
//
// Positions count words and single Han characters; tokens that share one are alternatives.
struct Token {
    ByteRange range;         // bytes of the analysed text
    std::uint32_t position;  // from 0 within one call of Analyzer::analyze
    TokenKind kind;
    bool in_dictionary;     // Han only: the segmenter made this very stretch a word
    std::string_view text;  // folded; owned by the analyser
};

}  // namespace sinodex
