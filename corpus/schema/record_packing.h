// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/schema/text_dictionary.h"

namespace sinodex {

// Keeps what the records of an index have in common, learned from some of them, so that short ones
// become small: pairs of a dictionary for texts and one of zstd for the rest, numbered from 1. A
// new pair is learned when there is more to learn from; those before stay for the records that were
// packed with them. Each has some 400 kB at most.
class RecordDictionaries {
 public:
    // More bytes of records than that teach little more.
    static constexpr std::size_t kEnoughBytes = 2'700'000;

    // Whether so many bytes of records are worth to learn() from: few teach nothing, and the newest
    // may be about as good.
    bool could_learn(std::size_t bytes) const;
    // Learns from records of all kinds that the index has, if it could.
    void learn(const std::vector<std::string>& records);

    // 0: there is none.
    std::uint32_t newest() const { return static_cast<std::uint32_t>(learned_.size()); }
    // `number`: from 1 to newest().
    TextDictionary texts(std::uint32_t number) const;
    // Of zstd; empty where there is nothing in common.
    const std::string& numbers(std::uint32_t number) const { return learned_[number - 1].numbers; }

    // Writes for each pair from how many bytes it was learned, a number, and the two as strings, as
    // RecordWriter does.
    std::string encode() const;
    // Throws Error (database) for bytes that are none.
    static RecordDictionaries decode(std::string_view bytes);

 private:
    struct Learned {
        std::size_t from = 0;
        std::string texts;  // encoded
        std::string numbers;
    };
    std::vector<Learned> learned_;
};

// Packs records as an index stores them: a varint, the number of a pair of dictionaries, and
//   0         a frame of zstd of the whole
//   else      the size of the texts and that of their codes, varints, the codes, and a frame of all
//             but the texts and their size
// where a frame lacks its first four bytes, which are always the same.
//
// Not thread-safe.
class RecordPacker {
 public:
    // Uses the newest dictionaries, which are copied, or none, where that takes fewer bytes.
    explicit RecordPacker(const RecordDictionaries& dictionaries);
    ~RecordPacker();
    RecordPacker(const RecordPacker&) = delete;
    RecordPacker& operator=(const RecordPacker&) = delete;

    // `record`: of encode().
    std::string pack(std::string_view record);

 private:
    struct State;
    std::unique_ptr<State> state_;
};

// Texts as the numbers of strings of a dictionary, which lives as long as the unpacker.
struct TextNumbers {
    const TextDictionary* dictionary = nullptr;  // null: they are not packed so
    std::vector<std::uint16_t> numbers;
};

// Unpacks them. Not thread-safe.
class RecordUnpacker {
 public:
    explicit RecordUnpacker(RecordDictionaries dictionaries = {});
    ~RecordUnpacker();
    RecordUnpacker(const RecordUnpacker&) = delete;
    RecordUnpacker& operator=(const RecordUnpacker&) = delete;

    // For decode_record(). Throws Error (database) for what no packer made.
    std::string unpack(std::string_view packed);

    // The texts only, for searched_texts(): several times as fast, but no checksum is looked at.
    // Valid until the next call. Throws Error (database) likewise.
    std::string_view unpack_texts(std::string_view packed);

    // The same as they are packed, in a fraction of the time.
    void read_texts(std::string_view packed, TextNumbers& texts);

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sinodex
