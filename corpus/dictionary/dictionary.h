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
    std::string english = {};        // that phrase: its words, with a space between
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

    // Returns what is Chinese for English phrases whose words have these stems: for "organ" also
    // for "organic". The same Chinese may come with several of them.
    std::vector<Translation> of_english(const std::vector<std::string>& stems) const;

    // Returns the characters that are read so, as names are written: "wu"; family names first, and
    // the most usual of both.
    std::vector<std::string> characters_read(std::string_view syllable) const;
    std::vector<std::string> family_names_read(std::string_view syllable) const;

    // Returns how a character is read, the tones left out; it may be a family name.
    std::vector<std::string> readings_of(std::string_view character) const;
    bool is_family_name(std::string_view character) const;

 private:
    struct Sound {
        std::string_view syllable, families, others;
    };
    Sound sound(std::uint32_t number) const;
    Sound find_sound(std::string_view syllable) const;
    std::string_view chinese(std::uint32_t entry) const;
    std::vector<std::uint32_t> phrases_of(std::uint32_t entry) const;
    std::uint32_t stem_number(std::string_view stem) const;
    std::uint32_t stem_of(std::uint32_t word) const;
    std::vector<std::uint32_t> stems_of_phrase(std::uint32_t phrase) const;
    void add_chinese(std::uint32_t phrase, std::vector<Translation>& found) const;
    Translation english(std::uint32_t phrase) const;

    RecordList stems_;
    RecordList words_;
    RecordList phrases_;
    RecordList entries_;
    RecordList sounds_;
};

}  // namespace sinodex
