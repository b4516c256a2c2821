// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sinodex {

// The layout of a compiled dictionary. Internal to this folder.
//
//   "SDXDICT2"
//   5 lists, each: u32 number of records, u32 bytes of them, u32 where every eighth record begins,
//   the records one behind the other (varints as in corpus/schema/record_codec.h):
//
//   stems    their texts, sorted
//   words    number of the stem, text; the most frequent first
//   phrases  number of words, their numbers; number of entries, the gaps of their numbers;
//            sorted by the numbers of the stems
//   entries  their Chinese, folded; number of phrases, their numbers, the best first;
//            sorted by the Chinese
//   sounds   a syllable; the family names that are read so, folded, the most usual first; the other
//            characters; sorted by the syllable
class RecordList {
 public:
    static constexpr std::size_t kStep = 8;

    // Takes a list from the front of a block. Throws Error (database) where it is damaged.
    explicit RecordList(std::string_view& block);
    RecordList() = default;

    std::uint32_t size() const { return size_; }
    // The record of a number below size().
    std::string_view operator[](std::uint32_t number) const;

 private:
    std::uint32_t size_ = 0;
    std::string_view begins_;
    std::string_view records_;
};

// Appends a list of records.
void append_records(const std::vector<std::string>& records, std::string& block);

inline constexpr std::string_view kDictionaryMagic = "SDXDICT2";

// Of older versions, which have no sounds.
inline constexpr std::string_view kSilentDictionaryMagic = "SDXDICT1";

}  // namespace sinodex
