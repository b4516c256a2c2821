// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <unicode/brkiter.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace sinodex {

// Finds the words of text that is written without spaces, by ICU's dictionaries.
// Internal to this folder; not thread-safe.
class Segmenter {
 public:
    Segmenter();

    // Where the words of a stretch end, as indices into it, in ascending order, the last one
    // codes.size(). Valid until the next call.
    const std::vector<std::size_t>& word_ends(const std::vector<UChar32>& codes);

 private:
    std::unique_ptr<icu::BreakIterator> words_;
    std::u16string units_;
    std::vector<std::size_t> ends_;
};

}  // namespace sinodex
