// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/verification/quote_units.h"

namespace sinodex {

// A unit of the text that a quotation is looked for in.
struct SourceUnit {
    ByteRange range;
    UnitKind kind = UnitKind::word;
    int normal = -1;  // number of its normal form among the quotation's, or -1
    int folded = -1;
};

// A quotation, read: its units with their forms numbered, so that texts can be compared by numbers.
class Quotation {
 public:
    struct Unit {
        ByteRange range;
        UnitKind kind = UnitKind::word;
        int normal = -1;
        int folded = -1;
        int other_case = -1;  // the normal form with the first letter in the other case, if it
                              // begins the quotation, or follows an ellipsis
        bool gap = false;     // an ellipsis: stands for any words, or none
    };

    // The quotation marks around all of it, and the ellipses at its ends, are taken off. Throws
    // Error (query) when it has too few or too many words.
    explicit Quotation(std::string_view text);

    const std::string& text() const { return text_; }  // valid UTF-8
    const std::vector<Unit>& units() const { return units_; }
    bool has_gaps() const { return gaps_ > 0; }
    std::size_t gaps() const { return gaps_; }
    // A comma or stop at the end, which is none of the units: a sentence that quotes puts its own.
    const QuoteUnit* final_mark() const { return final_.normal.empty() ? nullptr : &final_; }

    // Replaces `units` by those of a text.
    void read(std::string_view text, std::vector<SourceUnit>& units) const;

 private:
    // Strings looked up by views.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };
    using Numbers = std::unordered_map<std::string, int, Hash, std::equal_to<>>;

    std::vector<QuoteUnit> trimmed_units();
    void add(const QuoteUnit& unit, bool begins);
    static int number(const std::string& form, Numbers& numbers);
    static int find(const std::string& form, const Numbers& numbers);

    std::string text_;
    std::vector<Unit> units_;
    std::size_t gaps_ = 0;
    QuoteUnit final_;
    Numbers normal_;
    Numbers folded_;
};

// The cost of a change to a unit, in tenths.
constexpr int weight(UnitKind kind) { return is_word(kind) || kind == UnitKind::symbol ? 10 : 2; }

// At most so many units stand where a quotation has an ellipsis.
inline constexpr std::size_t kMaxOmitted = 300;

}  // namespace sinodex
