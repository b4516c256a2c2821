// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/article.h"

namespace sinodex {

// How a unit hangs together with the one before it.
enum class Gap : std::uint8_t {
    none,   // a space, a hyphen, a quotation mark, or nothing between them
    comma,  // or a bracket, a slash: a few names hold them
    colon,  //
    hard,   // whatever no name goes across: the end of a sentence or paragraph
};

// A word or a single Chinese character, as names are compared: by `key`, which is equal for equal
// folded text. Possessives are off ("Alibaba's" -> alibaba), stops of acronyms out ("U.S." -> us),
// apostrophes too ("Xi'an" -> xian), "&" is the word "and". Internal to this folder.
struct TextUnit {
    std::uint64_t key = 0;
    ByteRange range;
    Gap gap = Gap::hard;
    bool han = false;
    bool possessive = false;    // with an 's behind `range`
    bool starts_upper = false;  // begins with a capital letter
    std::uint8_t uppers = 0;    // capital letters, at most 255
    std::uint8_t lowers = 0;    // other letters, at most 255
    bool is_digits() const { return uppers == 0 && lowers == 0 && !han; }
};

// Appends the units of `text`, at most 4 GiB, to `units`; the first one has a hard gap. Any bytes
// will do; what is no UTF-8 is a gap. Thread-safe.
void append_units(std::string_view text, std::vector<TextUnit>& units);

// The key of a folded word: that of a word and more letters continues the hash of the word.
inline constexpr std::uint64_t kEmptyWord = 14695981039346656037ULL;
inline std::uint64_t word_key(std::string_view folded, std::uint64_t key = kEmptyWord) {
    for (const char c : folded) key = (key ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return key;
}

}  // namespace sinodex
