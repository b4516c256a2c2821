// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/schema/terms.h"
#include "corpus/text/token.h"

namespace sinodex {

// Numbers index terms from 0 in the order in which they are met, so that a token costs one look-up
// and what is known of a term can stand in an array. Folded words and terms are known by 64-bit
// hashes alone; two that share one are not to be expected in all the world's news.
//
// Not thread-safe.
class TermIds {
 public:
    // The number of a token's index term.
    std::uint32_t number(const Token& token);
    std::uint32_t number_of_term(std::string_view term);

    // The term of a number, without prefix.
    const std::string& term(std::uint32_t number) const { return texts_[number]; }

    // Numbers are below this.
    std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }

    // Whether so many words or terms are known that it is time to clear().
    bool is_full() const;
    // Forgets everything: numbers given before are void.
    void clear();

 private:
    static constexpr std::uint32_t kNone = UINT32_MAX;

    // Hash to number, with open addressing.
    class Table {
     public:
        Table() { clear(); }
        // Where `hash` stands, or where it is to be put: then number is kNone.
        std::uint32_t& at(std::uint64_t hash);
        std::size_t size() const { return size_; }
        void clear();

     private:
        struct Slot {
            std::uint64_t hash = 0;
            std::uint32_t number = kNone;
        };
        std::size_t place_of(std::uint64_t hash) const;
        void grow();
        std::vector<Slot> slots_;
        std::size_t size_ = 0;
    };

    TermMaker maker_;
    Table words_;  // by the folded texts of tokens
    Table terms_;
    std::vector<std::string> texts_;
};

}  // namespace sinodex
