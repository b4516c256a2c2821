#include "corpus/text/han.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <vector>

namespace sinodex {
namespace {

std::vector<UChar32> make_simplified_table() {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> rules(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no Traditional-Simplified rules");

    // One call for all characters, each on a line of its own so that no rule sees two.
    icu::UnicodeString all;
    for (UChar32 c = kFirstHan; c <= kLastHan; ++c) all.append(c).append(u'\n');
    rules->transliterate(all);

    std::vector<UChar32> table;
    table.reserve(kLastHan - kFirstHan + 1);
    int32_t at = 0;
    for (UChar32 c = kFirstHan; c <= kLastHan; ++c) {
        const int32_t end = all.indexOf(u'\n', at);
        const UChar32 simplified = all.char32At(at);
        table.push_back(at + U16_LENGTH(simplified) == end ? simplified : c);
        at = end + 1;
    }
    // Makes what 苎 and 苧 are in it, each other's form, one.
    const std::vector<UChar32> once = table;
    for (UChar32& c : table) {
        const UChar32 twice = is_common_han(c) ? once[static_cast<std::size_t>(c - kFirstHan)] : c;
        c = std::min(c, twice);
    }
    return table;
}

}  // namespace

bool is_han_run(UChar32 c) {
    if (is_common_han(c)) return true;
    if (c < 0x2E80) return false;
    if (c == 0x3005 || c == 0x3007 || c == 0x30FC || c == 0xFF70) return true;  // 々 〇 ー ｰ
    const bool radical = c <= 0x2FD5;
    if (!radical && !u_isalpha(c)) return false;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

UChar32 to_simplified(UChar32 c) {
    if (!is_common_han(c)) return c;
    static const std::vector<UChar32> table = make_simplified_table();
    return table[static_cast<std::size_t>(c - kFirstHan)];
}

UChar32 fold_han(UChar32 c) {
    if (is_common_han(c)) return to_simplified(c);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCInstance(status);
    icu::UnicodeString parts;
    if (U_FAILURE(status) || !normalizer->getDecomposition(c, parts)) return c;
    const UChar32 folded = parts.char32At(0);
    // が is か and a mark: no other form of one character.
    return parts.length() == U16_LENGTH(folded) ? to_simplified(folded) : c;
}

}  // namespace sinodex
