// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/schema/terms.h"
#include "corpus/synonyms/synonyms.h"
#include "corpus/text/analyzer.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

// Some words as an alternative of weight 1; without positions where the text has no word.
Alternative alternative_of(const std::string& text, Analyzer& analyzer, TermMaker& terms);

// Finds what means the same as words of a query. Words are compared with the inflections of a
// member's, not by their stems, which accord shares with according; Chinese by its characters.
// The phrases of alternatives hold all these forms. Unchanging once made: one for all threads.
//
// Making one reads no more of each member than the stems by which it is found, since a process that
// searches once makes all of it; what a search needs of a group is made when it is found.
class SynonymTable {
 public:
    // Alternatives that mean the words less than this are left out; of more than so many the best
    // ones stay. A bound for what a query costs, by the scale of synonyms.txt, and no weight.
    static constexpr double kLeastWeight = 0.4;
    static constexpr std::size_t kMostAlternatives = 12;

    SynonymTable(Synonyms synonyms, Analyzer& analyzer, TermMaker& terms);

    struct Match {
        ByteRange range;                        // of the words, in the text that the tokens are of
        std::vector<Alternative> alternatives;  // best first
    };

    // The longest matches in a text, from left to right.
    std::vector<Match> find(std::string_view text, Analyzer& analyzer, TermMaker& terms) const;

 private:
    struct Place {
        std::size_t group;
        std::size_t member;
    };
    struct Member {
        Alternative alternative;                      // with its own weight, without positions
        std::vector<std::vector<std::string>> words;  // folded, with their spellings
    };
    struct Group {
        std::vector<Member> members;
        bool one_way = false;
        bool verbs = false;
    };
    static Group made_of(const SynonymGroup& group, Analyzer& analyzer, TermMaker& terms);
    static void add_alternatives(const Group& group, std::size_t asked,
                                 std::vector<Alternative>& alternatives);

    Synonyms synonyms_;
    std::unordered_map<std::string, std::vector<Place>> places_;  // by the stems of a member
    std::size_t longest_ = 0;                                     // member, in words
};

}  // namespace sinodex
