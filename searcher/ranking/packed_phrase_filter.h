// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/ranking/packed_texts.h"
#include "searcher/ranking/phrases.h"

namespace sinodex {

// Tells what PhraseFilter does of texts as they are packed: where no string of a text may begin the
// word that is looked for, it does not hold the phrase, and of the others only what stands around
// that string is unpacked. Not thread-safe.
class PackedPhraseFilter {
 public:
    explicit PackedPhraseFilter(PhraseFilter phrase);

    // False only where find_phrase would find nothing.
    bool may_hold(const PackedTexts& texts);
    // The same of texts that are not packed by strings.
    bool may_hold(const SearchedTexts& texts) const {
        return phrase_.may_hold(texts.text) || phrase_.may_hold(texts.title);
    }

 private:
    // Of each string of a dictionary: kNothing; how many letters of the word it ends with, so that
    // the next one must go on with it; or kLook.
    static constexpr std::uint8_t kNothing = 0;
    static constexpr std::uint8_t kLook = 0xFF;
    using Marks = std::vector<std::uint8_t>;

    const Marks& marks_for(const StringSigns& signs);
    std::uint8_t mark_of(std::string_view string) const;
    bool begins(const PackedTexts& texts);
    bool may_hold_at(const PackedTexts& texts, const std::uint16_t* at, std::uint8_t mark);
    bool has_address_at(const PackedTexts& texts, const std::uint16_t* at);
    bool stands_at(const PackedTexts& texts, const std::uint16_t* at);

    PhraseFilter phrase_;
    std::size_t before_ = 0;               // letters that the phrase may have before it
    std::size_t behind_ = 0;               // and from it on
    const StringSigns* marked_ = nullptr;  // what the marks are of
    Marks marks_;
    StringBuffer around_;
};

}  // namespace sinodex
