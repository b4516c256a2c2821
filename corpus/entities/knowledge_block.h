// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "corpus/bytes.h"

namespace sinodex {

// Compiled knowledge is one block of arrays, read where it lies: in a mapped file, or in the
// program. An array is its number of elements, 8 bytes, and the elements, filled up with zeros to a
// multiple of 8 bytes; all numbers are in the byte order of the machine. The order of the arrays is
// that in which knowledge_compiler.cc writes them. Internal to this folder.

// Says what the block is, and in whose byte order.
inline constexpr std::uint64_t kKnowledgeMagic = 0x32574F4E4B584453;  // "SDXKNOW2"
inline constexpr std::size_t kBlockAlignment = 8;

[[noreturn]] void damaged_knowledge();

class BlockWriter {
 public:
    template <Packable Value>
    void array(std::span<const Value> values) {
        put_bytes(bytes_, std::uint64_t{values.size()});
        for (const Value& value : values) put_bytes(bytes_, value);
        bytes_.append((kBlockAlignment - bytes_.size() % kBlockAlignment) % kBlockAlignment, '\0');
    }
    template <Packable Value>
    void array(const std::vector<Value>& values) {
        array(std::span<const Value>(values));
    }
    // Strings, or lists of anything, one behind the other: where each ends, then all of them.
    template <typename List>
    void lists(const std::vector<List>& lists) {
        using Value = typename List::value_type;
        std::vector<std::uint32_t> ends;
        std::vector<Value> all;
        for (const List& list : lists) {
            all.insert(all.end(), list.begin(), list.end());
            ends.push_back(static_cast<std::uint32_t>(all.size()));
        }
        array(ends);
        array(all);
    }

    std::string& bytes() { return bytes_; }

 private:
    std::string bytes_;
};

// Reads what BlockWriter::lists() wrote.
template <typename Value>
class BlockLists {
 public:
    BlockLists() = default;
    BlockLists(std::span<const std::uint32_t> ends, std::span<const Value> values)
        : ends_(ends), values_(values) {
        if ((ends.empty() ? 0 : ends.back()) != values.size()) damaged_knowledge();
    }

    std::size_t size() const { return ends_.size(); }
    std::span<const Value> operator[](std::size_t list) const {
        const std::uint32_t begin = list == 0 ? 0 : ends_[list - 1];
        return values_.subspan(begin, ends_[list] - begin);
    }

 private:
    std::span<const std::uint32_t> ends_;
    std::span<const Value> values_;
};

// Takes the arrays in the order in which they were written. They are views of the block, which must
// begin at a multiple of 8 bytes. Throws Error (database) where the block ends too early; that its
// bytes are those that were written, a checksum has told.
class BlockReader {
 public:
    explicit BlockReader(std::string_view block) : rest_(block) {}

    template <Packable Value>
    std::span<const Value> array() {
        std::uint64_t count = 0;
        if (!take_bytes(rest_, count) || count > rest_.size() / sizeof(Value)) damaged_knowledge();
        const std::size_t bytes = count * sizeof(Value);
        const std::size_t filled =
            (bytes + kBlockAlignment - 1) / kBlockAlignment * kBlockAlignment;
        if (filled > rest_.size()) damaged_knowledge();
        const auto* values = reinterpret_cast<const Value*>(rest_.data());
        rest_.remove_prefix(filled);
        return {values, count};
    }
    template <Packable Value>
    BlockLists<Value> lists() {
        const auto ends = array<std::uint32_t>();
        return {ends, array<Value>()};
    }

    bool at_end() const { return rest_.empty(); }

 private:
    std::string_view rest_;
};

}  // namespace sinodex
