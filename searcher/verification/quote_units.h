// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/article.h"

namespace sinodex {

// Quotations are compared unit by unit. Runs of quotation marks, dashes and full stops are one
// unit.
enum class UnitKind : std::uint8_t {
    word,      // letters and digits, with apostrophes inside, and the points inside numbers
    han,       // a single character
    symbol,    // $, %, +: as telling as a word
    mark,      // other punctuation
    quote,     // "; also a single one, unless an apostrophe
    dash,      // -
    ellipsis,  // ...
};

constexpr bool is_word(UnitKind kind) { return kind == UnitKind::word || kind == UnitKind::han; }

struct QuoteUnit {
    ByteRange range;
    UnitKind kind = UnitKind::word;
    // In the form that harmless differences do not alter: ' for all apostrophes, " for quotation
    // marks, - for dashes, ... for ellipses, full-width characters as ASCII.
    std::string normal;
};

// Reads a text unit by unit. White space and invisible characters only part them.
class QuoteScanner {
 public:
    explicit QuoteScanner(std::string_view text) : text_(text) {}  // valid UTF-8

    // False at the end. Reuses what `unit` holds.
    bool next(QuoteUnit& unit);

 private:
    void take_word(QuoteUnit& unit);

    std::string_view text_;
    std::uint32_t at_ = 0;
};

// Folds a unit: case, diacritics, and Traditional or Simplified script make no difference then.
// Replaces `out`.
void fold_unit(const QuoteUnit& unit, std::string& out);

}  // namespace sinodex
