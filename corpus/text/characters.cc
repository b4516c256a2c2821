// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/characters.h"

#include <unicode/uchar.h>

namespace sinodex {
namespace {

constexpr UChar32 kFirstComplexContext = 0x0E01;  // Thai; what is below is spared a look-up

// Invisible, and gone when folded: soft hyphen, zero-width joiners, word joiner, byte order mark.
bool is_invisible(UChar32 c) {
    return c == 0xAD || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF;
}

// A digit that folds to an ASCII one: fullwidth, mathematical, segmented.
bool is_ascii_digit_form(UChar32 c) {
    return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0x1D7CE && c <= 0x1D7FF) ||
           (c >= 0x1FBF0 && c <= 0x1FBF9);
}

}  // namespace

CharClass classify_by_properties(UChar32 c) {
    if (is_han_run(c)) return CharClass::han;
    const std::uint32_t category = U_GET_GC_MASK(c);
    if ((category & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK)) == 0) {
        return is_invisible(c) ? CharClass::mark : CharClass::other;
    }
    if (c >= kFirstComplexContext &&
        u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) {
        return CharClass::unspaced;
    }
    if ((category & U_GC_M_MASK) != 0) return CharClass::mark;
    return is_ascii_digit_form(c) ? CharClass::digit : CharClass::letter;
}

}  // namespace sinodex
