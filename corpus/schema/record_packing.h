// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sinodex {

// Keeps what the records of an index have in common, learned from some of them, so that short ones
// become small: dictionaries of zstd, numbered from 1. A new one is learned when there is more to
// learn from; those before stay for the records that were packed with them. Each has 110 kB at
// most.
class RecordDictionaries {
 public:
    // More records than that teach nothing more.
    static constexpr std::size_t kEnoughBytes = 24 * 110 * 1024;

    // Whether so many bytes of records are worth to learn() from: few teach nothing, and the newest
    // may be about as good.
    bool could_learn(std::size_t bytes) const;
    // Learns one from records of all kinds that the index has, if it could.
    void learn(const std::vector<std::string>& records);

    // 0: there is none.
    std::uint32_t newest() const { return static_cast<std::uint32_t>(learned_.size()); }
    // `number`: from 1 to newest().
    const std::string& bytes(std::uint32_t number) const { return learned_[number - 1].bytes; }

    // Writes for each dictionary the room that it had, a number, and its bytes, a string, as
    // RecordWriter does.
    std::string encode() const;
    // Throws Error (database) for bytes that are none.
    static RecordDictionaries decode(std::string_view bytes);

 private:
    struct Learned {
        std::size_t room = 0;  // it may be smaller, where records have little that comes again
        std::string bytes;
    };
    std::vector<Learned> learned_;
};

// Packs records as an index stores them: a varint, the number of the dictionary (0: none), then a
// frame of zstd without its first four bytes, which are always the same.
//
// Not thread-safe.
class RecordPacker {
 public:
    // Uses the newest dictionary. The dictionaries are copied.
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

// Unpacks them. Not thread-safe.
class RecordUnpacker {
 public:
    explicit RecordUnpacker(RecordDictionaries dictionaries = {});
    ~RecordUnpacker();
    RecordUnpacker(const RecordUnpacker&) = delete;
    RecordUnpacker& operator=(const RecordUnpacker&) = delete;

    // For decode_record(). Throws Error (database) for what no packer made.
    std::string unpack(std::string_view packed);

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sinodex
