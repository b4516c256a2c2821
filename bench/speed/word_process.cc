// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/speed/word_process.h"

#include <array>
#include <string_view>
#include <utility>

namespace sinodex {
namespace {

// A syllable ends with its only vowel; so no two rows of syllables spell the same word.
constexpr std::array<std::string_view, 24> kOnsets{"b", "c",  "d",  "f",  "g",  "h",  "j",  "k",
                                                   "l", "m",  "n",  "p",  "r",  "s",  "t",  "v",
                                                   "z", "br", "ch", "st", "tr", "pl", "sh", "gr"};
constexpr std::array<std::string_view, 5> kVowels{"a", "e", "i", "o", "u"};

}  // namespace

Spelling::Spelling(std::uint64_t seed) {
    for (const std::string_view onset : kOnsets) {
        for (const std::string_view vowel : kVowels) {
            syllables_.push_back(std::string(onset).append(vowel));
        }
    }
    Random random(seed);
    for (std::size_t i = syllables_.size(); i > 1; --i) {
        std::swap(syllables_[i - 1], syllables_[random.below(i)]);
    }
}

std::string Spelling::word(std::uint32_t number) const {
    // Two syllables and a consonant at least: shorter ones would look like function words.
    const std::size_t base = syllables_.size();
    std::string word;
    std::size_t rest = number + base;
    for (; rest > 0; rest /= base) word.append(syllables_[rest % base]);
    return word.append(number % 3 == 0 ? "n" : number % 3 == 1 ? "l" : "rt");
}

std::uint32_t WordProcess::next(Random& random) {
    const auto drawn = static_cast<double>(history_.size());
    const auto known = static_cast<double>(counts_.size());
    const double fresh = (kConcentration + kDiscount * known) / (kConcentration + drawn);
    if (history_.empty() || random.chance(fresh)) {
        counts_.push_back(0);
        repeat(static_cast<std::uint32_t>(counts_.size() - 1));
        return history_.back();
    }
    for (;;) {
        const std::uint32_t word = history_[random.below(history_.size())];
        if (random.uniform() * counts_[word] < kDiscount) continue;
        repeat(word);
        return word;
    }
}

void WordProcess::repeat(std::uint32_t word) {
    history_.push_back(word);
    ++counts_[word];
}

}  // namespace sinodex
