// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "corpus/article.h"

namespace sinodex {

// Cuts a paragraph into sentences by ICU's rules, English and Chinese, mended where those split
// what belongs together: after abbreviations and initials ("U.S. officials", "Oct. 24", "J. Ma"),
// and inside a sentence with a quotation ("Really?" he said).
//
// Not thread-safe: one per thread.
class SentenceSplitter {
 public:
    SentenceSplitter();
    ~SentenceSplitter();
    SentenceSplitter(SentenceSplitter&&) noexcept;
    SentenceSplitter& operator=(SentenceSplitter&&) noexcept;

    // The sentences of `paragraph` (valid UTF-8), in bytes, without the white space around them.
    // Together they hold all that is not white space. Valid until the next call.
    const std::vector<ByteRange>& split(std::string_view paragraph);

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sinodex
