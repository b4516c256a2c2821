// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/segmenter.h"

#include <unicode/locid.h>
#include <unicode/utext.h>
#include <unicode/utf16.h>

#include <stdexcept>

namespace sinodex {

Segmenter::Segmenter() {
    UErrorCode status = U_ZERO_ERROR;
    words_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no word break data");
}

const std::vector<std::size_t>& Segmenter::word_ends(const std::vector<UChar32>& codes) {
    units_.clear();
    for (const UChar32 code : codes) {
        if (code > 0xFFFF) units_.push_back(U16_LEAD(code));
        units_.push_back(code > 0xFFFF ? U16_TRAIL(code) : static_cast<char16_t>(code));
    }
    UErrorCode status = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    utext_openUChars(&text, units_.data(), static_cast<std::int64_t>(units_.size()), &status);
    words_->setText(&text, status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU cannot segment a text");

    ends_.clear();
    std::size_t code = 0;
    std::int32_t unit = 0;
    for (std::int32_t end = words_->next(); end != icu::BreakIterator::DONE; end = words_->next()) {
        for (; unit < end; ++code) unit += U16_LENGTH(codes[code]);
        ends_.push_back(code);
    }
    utext_close(&text);
    return ends_;
}

}  // namespace sinodex
