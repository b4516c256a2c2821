// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/token.h"

namespace sinodex {

// Words of more bytes than this, once folded, are no words (base64, tables run together): dropped.
inline constexpr std::size_t kMaxTokenBytes = 64;

// Identifies everything that decides which tokens a text has: these rules, ICU's data. Two
// analysers with the same fingerprint give the same tokens. Stored in every database.
std::string analyzer_fingerprint();

// Cuts text into tokens and folds them: NFKC case folding, diacritics off, possessives off,
// acronyms joined (U.S. -> us), thousands separators off, units behind numbers spelt out
// (37bn -> 37 billion, 5% -> 5 percent), Traditional Chinese to Simplified. Web addresses give no
// tokens. Chinese and Japanese runs give each character, each pair of neighbours, and the words of
// three or more characters that ICU's dictionary finds.
//
// Plain ASCII words take a fast path; it gives the same tokens as the general one.
//
// Not thread-safe: one per thread. Cheap to keep, dear to make.
class Analyzer {
 public:
    struct Options {
        bool ascii_fast_path = true;
        bool dictionary_words =
            true;  // false: no han_word, in_dictionary false; several times faster
    };

    Analyzer();
    explicit Analyzer(Options options);
    ~Analyzer();
    Analyzer(Analyzer&&) noexcept;
    Analyzer& operator=(Analyzer&&) noexcept;

    // The tokens of `text`, which must be valid UTF-8 of less than 4 GiB, in order of position.
    // They stay valid until the next call.
    const std::vector<Token>& analyze(std::string_view text);

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sinodex
