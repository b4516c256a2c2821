#pragma once

#include <unicode/umachine.h>

namespace sinodex {

// Whether a code point belongs to a run that is written without spaces between words and cut into
// characters and pairs: Han, Hiragana, Katakana.
bool is_han_run(UChar32 c);

// The Simplified form of a Traditional character; any other code point as it is. The table is made
// from ICU's Traditional-Simplified rules at the first call (some milliseconds). Thread-safe.
UChar32 to_simplified(UChar32 c);

}  // namespace sinodex
