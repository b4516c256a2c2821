#include "corpus/text/segmenter.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <stdexcept>

namespace sinodex {

Segmenter::Segmenter() {
    UErrorCode status = U_ZERO_ERROR;
    words_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no word break data");
}

const std::vector<std::int32_t>& Segmenter::word_ends(const std::u16string& units) {
    ends_.clear();
    // An alias of `units`: no copy.
    const icu::UnicodeString alias(false, units.data(), static_cast<int32_t>(units.size()));
    words_->setText(alias);
    for (int32_t end = words_->next(); end != icu::BreakIterator::DONE; end = words_->next()) {
        ends_.push_back(end);
    }
    return ends_;
}

}  // namespace sinodex
