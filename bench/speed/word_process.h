// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/speed/random.h"

namespace sinodex {

// Invented words by number: no two alike, the low numbers short. The same for the same seed.
class Spelling {
 public:
    explicit Spelling(std::uint64_t seed);

    std::string word(std::uint32_t number) const;

 private:
    std::vector<std::string> syllables_;
};

// Numbers of words as they follow each other in a language: a Pitman-Yor process (Pitman and Yor
// 1997; of words, Goldwater, Griffiths and Johnson 2006). After n words of which T are different,
// the next one is new with probability (concentration + discount T) / (concentration + n), or an
// earlier one k, seen c(k) times, in proportion to c(k) - discount. So frequencies fall by Zipf's
// law, and the vocabulary grows by Heaps's: about n to the power of the discount, for ever.
//
// Memory: 4 bytes a word drawn. Not thread-safe.
class WordProcess {
 public:
    static constexpr double kDiscount = 0.6;
    static constexpr double kConcentration = 500;

    std::uint32_t next(Random& random);
    // An earlier word comes again for another reason: it is what the article is about.
    void repeat(std::uint32_t word);

    std::size_t drawn() const { return history_.size(); }
    std::size_t vocabulary() const { return counts_.size(); }

 private:
    std::vector<std::uint32_t> history_;
    std::vector<std::uint32_t> counts_;  // by number of the word
};

}  // namespace sinodex
