#pragma once

#include <unicode/brkiter.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace sinodex {

// A stretch of text written without spaces, one entry a UTF-16 unit, and which unit begins a word.
// Internal to this folder; not thread-safe.
class Segmenter {
   public:
    Segmenter();

    // Offsets in `units` of the words' ends, in ascending order, the last one units.size().
    const std::vector<std::int32_t>& word_ends(const std::u16string& units);

   private:
    std::unique_ptr<icu::BreakIterator> words_;
    std::vector<std::int32_t> ends_;
};

}  // namespace sinodex
