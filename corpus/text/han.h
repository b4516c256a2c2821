// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <unicode/umachine.h>

namespace sinodex {

inline constexpr UChar32 kFirstHan = 0x3400;
inline constexpr UChar32 kLastHan = 0x9FFF;

// The block that nearly all Han characters are from, and no other letter.
constexpr bool is_common_han(UChar32 c) { return c >= kFirstHan && c <= kLastHan; }

// Whether a code point belongs to a run that is written without spaces between words and cut into
// characters and pairs: Han (its radicals and compatibility forms too), Hiragana, Katakana.
bool is_han_run(UChar32 c);

// The Simplified form of a Traditional character; any other code point as it is. The table comes
// from ICU's Traditional-Simplified rules, at build time. Thread-safe.
UChar32 to_simplified(UChar32 c);

// A character of a run as it is indexed: NFKC, where that is one character, then Simplified.
// Thread-safe.
UChar32 fold_han(UChar32 c);

}  // namespace sinodex
