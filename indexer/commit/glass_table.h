// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/commit/output_file.h"

namespace sinodex {

// Writes a table of a Xapian database in the glass format from entries in their order, each block
// once and full. Xapian itself inserts them one by one, and its compaction leaves the chunks of
// postings as small as they were.
//
// A table is a B-tree in blocks of 8 KiB, a number of a block being its place in the file. A block:
//
//   4 bytes    revision
//   1 byte     level, 0 for leaves
//   2 bytes    free bytes between directory and items, twice
//   2 bytes    where the directory ends
//   2 bytes each   directory: where each item is, in the order of keys
//   items      at the end of the block, the first one last
//
// An item of a leaf is 2 bytes for flags and size less 3, then the size of the key in a byte, the
// key, for all but the first component of an entry 2 bytes with its number from 1, and the entry's
// value or a part of it. An item of another level is the number of a block in 4 bytes, then a key
// in the same way and the number of a component: no key in that block is smaller, and all those in
// the blocks before it are. Numbers are big-endian. A table begins with an empty key.
//
// Not thread-safe.
class GlassTableWriter {
 public:
    static constexpr std::size_t kMaxKey = 255;

    // Throws Error (output), as the others do.
    explicit GlassTableWriter(const std::string& path);
    ~GlassTableWriter();
    GlassTableWriter(const GlassTableWriter&) = delete;
    GlassTableWriter& operator=(const GlassTableWriter&) = delete;

    // Keys must come in ascending order, none empty or longer than kMaxKey.
    void add(std::string_view key, std::string_view value);

    // Writes what is left. Returns what the database's header says of the table.
    std::string finish();

 private:
    class Block;
    // A key between what a block ends with and what the next one of its level begins with.
    struct Divider {
        std::string key;
        std::uint32_t component = 0;
    };

    void end_block(std::size_t level, const Divider& next);
    void add_child(std::size_t level, Divider divider, std::uint32_t child);
    std::uint32_t write(std::string_view block);

    OutputFile file_;
    std::vector<std::unique_ptr<Block>> levels_;  // those that are being filled
    std::vector<Divider> dividers_;               // before these
    std::string last_key_;
    std::uint32_t blocks_ = 0;
    std::uint64_t entries_ = 0;
};

// Returns what the header says of a table that is not there.
std::string no_glass_table(std::uint32_t compressed_from);

}  // namespace sinodex
