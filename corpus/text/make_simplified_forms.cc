// SPDX-License-Identifier: GPL-2.0-or-later

// Writes the Traditional characters that ICU's rules simplify, with their Simplified forms, into
// the C++ header that its argument names. Run at build time: making the rules takes ICU longer than
// most searches.

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <vector>

#include "corpus/text/han.h"

namespace {

using sinodex::kFirstHan;
using sinodex::kLastHan;

std::vector<UChar32> simplified_forms(const icu::Transliterator& rules) {
    // One call for all characters, each on a line of its own so that no rule sees two.
    icu::UnicodeString all;
    for (UChar32 c = kFirstHan; c <= kLastHan; ++c) all.append(c).append(u'\n');
    rules.transliterate(all);

    std::vector<UChar32> forms;
    int32_t at = 0;
    for (UChar32 c = kFirstHan; c <= kLastHan; ++c) {
        const int32_t end = all.indexOf(u'\n', at);
        const UChar32 form = all.char32At(at);
        forms.push_back(at + U16_LENGTH(form) == end && form <= kLastHan ? form : c);
        at = end + 1;
    }
    // Makes what 苎 and 苧 are in it, each other's form, one.
    const std::vector<UChar32> once = forms;
    for (UChar32& form : forms) {
        if (!sinodex::is_common_han(form)) continue;
        form = std::min(form, once[static_cast<std::size_t>(form - kFirstHan)]);
    }
    return forms;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> rules(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) {
        std::cerr << "ICU has no Traditional-Simplified rules\n";
        return 1;
    }
    const std::vector<UChar32> forms = simplified_forms(*rules);
    std::ofstream out(argv[1]);
    out << "#pragma once\n\nnamespace sinodex {\n\n"
        << "struct SimplifiedForm {\n    char16_t traditional;\n    char16_t simplified;\n};\n\n"
        << "inline constexpr SimplifiedForm kSimplifiedForms[] = {\n";
    for (UChar32 c = kFirstHan; c <= kLastHan; ++c) {
        const UChar32 form = forms[static_cast<std::size_t>(c - kFirstHan)];
        if (form != c) out << "    {" << c << ", " << form << "},\n";
    }
    out << "};\n\n}  // namespace sinodex\n";
    return out.flush() ? 0 : 1;
}
