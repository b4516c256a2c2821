#include "corpus/text/characters.h"

#include <unicode/uchar.h>

namespace sinodex {
namespace {

constexpr UChar32 kFirstComplexContext = 0x0E01;  // Thai; what is below is spared a look-up

// Invisible, and gone when folded: soft hyphen, zero-width joiners, word joiner, byte order mark.
bool is_invisible(UChar32 c) {
    return c == 0xAD || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF;
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
    if ((category & U_GC_L_MASK) != 0) return CharClass::letter;
    return (category & U_GC_ND_MASK) != 0 ? CharClass::digit : CharClass::mark;
}

}  // namespace sinodex
