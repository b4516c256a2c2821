// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "searcher/api/hit.h"
#include "searcher/api/missing_shard.h"

namespace sinodex {

// Whether a quotation stands in a text.
enum class Verdict { exactly, nearly, absent };

// A stretch of a word diff, with the space before it. The parts `same`, `dropped` and `omitted`
// together are the article's text, `same` and `added` the quotation, but for what is harmless.
struct DiffPart {
    enum class Kind {
        same,
        dropped,  // the article has it, the quotation has not
        added,    // the quotation has it, the article has not
        omitted,  // the article has it where the quotation has an ellipsis
    };
    Kind kind = Kind::same;
    std::string text;
    bool operator==(const DiffPart&) const = default;
};

// Where a quotation stands.
struct QuotedPlace {
    Verdict verdict = Verdict::absent;
    // It is 1 where the verdict is `exactly`, else 1 - cost / weight of the quotation: a word or
    // Chinese character that was changed, added or dropped costs 1, a punctuation mark .2, other
    // capitals or another script half; words weigh 1, marks .2.
    double likeness = 0;
    // How the quotation and the text differ where the verdict is `exactly`, none when they are
    // equal byte for byte: "white space", "quotation marks", "dashes", "ellipsis", "omission" (of
    // words, where the quotation has an ellipsis), "case at the start", "final punctuation",
    // "width".
    std::vector<std::string> differences;
    std::vector<DiffPart> diff;          // of `nearly`
    std::string text;                    // as it stands in the article
    std::uint32_t begin = 0;             // bytes of the article's stored text; of its title when
    std::uint32_t end = 0;               //   `in_title`, as that stands beside the text
    std::uint32_t begin_code_point = 0;  // the same beginning, in code points
    bool in_title = false;
    // The passage that holds the beginning, with the quotation highlighted ("quotation"). Its id is
    // the article's where it is in no passage (a title, or text beside the article).
    SearchHit hit;
};

struct Verification {
    std::string quotation;  // valid UTF-8
    Verdict verdict = Verdict::absent;
    // The best first: exactly before nearly, then by likeness; of equals the earliest date, then
    // the article's id, then the place.
    std::vector<QuotedPlace> places;
    std::size_t found = 0;     // places, those beyond the limit included
    std::size_t articles = 0;  // that were looked into
    double took_ms = 0;
    std::vector<MissingShard> missing_shards;  // that were not looked into
};

// Quotations are of so many words; a Chinese character counts as one.
inline constexpr std::size_t kMinQuotedWords = 3;
inline constexpr std::size_t kMaxQuotedWords = 300;

// A place is `nearly` from this likeness on.
inline constexpr double kNearLikeness = 0.7;

}  // namespace sinodex
