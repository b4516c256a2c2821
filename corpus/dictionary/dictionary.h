// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/dictionary/block.h"

namespace sinodex {

// A word or phrase of the other language.
struct Translation {
    std::string text;                // as it is shown: Chinese in Simplified characters, or English
    std::vector<std::string> terms;  // English: the words' stems; Chinese: the characters
    std::uint32_t rank = 0;          // among what the Chinese entry means, from 0
    std::uint32_t entries = 0;       // that share the English phrase
};

// A bilingual dictionary as compile_dictionary() laid it out. It only refers to the bytes, so that
// they may lie in a mapped file. Unchanging: one for all threads.
class Dictionary {
 public:
    // The longest Chinese entry, in characters, and the longest English phrase, in words, that are
    // worth looking up.
    static constexpr std::size_t kMaxCharacters = 12;
    static constexpr std::size_t kMaxWords = 5;

    Dictionary() = default;  // empty: knows nothing
    // Throws Error (database) when the bytes are no dictionary.
    explicit Dictionary(std::string_view block);

    bool empty() const { return entries_.size() == 0; }
    std::uint32_t size() const { return entries_.size(); }

    // Returns what a Chinese word means; `word` is folded, as Analyzer folds characters. It is
    // empty when the word is no entry. Throws Error (database) as the constructor does.
    std::vector<Translation> of_chinese(std::string_view word) const;

    // Returns what is Chinese for an English phrase, given by the stems of its words.
    std::vector<Translation> of_english(const std::vector<std::string>& stems) const;

 private:
    std::string_view chinese(std::uint32_t entry) const;
    std::vector<std::uint32_t> phrases_of(std::uint32_t entry) const;
    std::uint32_t stem_number(std::string_view stem) const;
    std::uint32_t stem_of(std::uint32_t word) const;
    // The record of a phrase of these stems, or nothing.
    std::string_view find_phrase(const std::vector<std::uint32_t>& stems,
                                 std::uint32_t& number) const;
    Translation english(std::uint32_t phrase) const;

    RecordList stems_;
    RecordList words_;
    RecordList phrases_;
    RecordList entries_;
};

}  // namespace sinodex
