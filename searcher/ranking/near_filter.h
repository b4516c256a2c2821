// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/text/analyzer.h"
#include "searcher/ranking/vocabulary.h"
#include "searcher/understanding/phrase.h"

namespace sinodex {

// Tells of most texts in which words do not stand near each other that they do not, by what stands
// between blanks: much faster than analysing them. Of each such stretch it remembers which parts of
// NEAR may begin in it. Not thread-safe; refers to what it is made with.
class NearFilter {
 public:
    // `near`: a phrase with parts.
    NearFilter(const Phrase& near, Analyzer& analyzer, Vocabulary& vocabulary);

    // False only where find_places would find nothing.
    bool may_hold(std::string_view text);

 private:
    using Parts = std::uint32_t;  // a bit each

    // Between blanks: signs, letters, signs, where it is a plain word; or anything.
    struct Stretch {
        std::string_view all;
        std::string_view letters;  // empty: it is no plain word
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };

    void note_beginnings();
    void note_beginning(std::string_view word);
    bool may_begin(char first, char second) const;
    bool may_begin_in(std::string_view stretch) const;
    static Stretch next(std::string_view text, std::size_t& at);
    Parts parts_in(const Stretch& stretch);
    Parts parts_of(const Token& token);
    void add_parts_of(std::string_view piece, Parts& parts);

    const Phrase& near_;
    Analyzer& analyzer_;
    Vocabulary& vocabulary_;
    bool any_text_ = false;    // may hold it: there is a part of which too little is known
    std::uint32_t apart_ = 0;  // words between the beginnings of neighbouring parts, at most
    std::array<std::uint32_t, 26> beginnings_{};  // by first letter: second letters, a bit each
    std::unordered_map<std::string, Parts, Hash, std::equal_to<>> known_;  // stretches
    std::string word_;
};

}  // namespace sinodex
