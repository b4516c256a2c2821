// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/han.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <vector>

#include "corpus/text/simplified_forms.h"

namespace sinodex {
namespace {

std::vector<char16_t> make_simplified_table() {
    std::vector<char16_t> table;
    for (UChar32 c = kFirstHan; c <= kLastHan; ++c) table.push_back(static_cast<char16_t>(c));
    for (const SimplifiedForm& form : kSimplifiedForms) {
        table[static_cast<std::size_t>(form.traditional - kFirstHan)] = form.simplified;
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
    static const std::vector<char16_t> table = make_simplified_table();
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
