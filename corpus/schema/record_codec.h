// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/schema/record.h"

namespace sinodex {

// Bytes of a stored document. Numbers are varints (LEB128), signed ones zigzagged; a string is its
// length and its bytes; a range is the gap from the beginning of the one before, and its size.
class RecordWriter {
 public:
    void number(std::uint64_t value);
    void signed_number(std::int64_t value);
    void string(std::string_view text);
    void ranges(const std::vector<ByteRange>& ranges);
    //   varint   newest * 2 + whether any is older
    //   varints  if so, by how much each is older
    void revisions(const std::vector<Revision>& revisions);
    //   varint   origin of the date + 1 (0: not known), its trust
    //   strings  ids of entities, after their number
    //   mentions number; gap, size, index of the entity, kind
    //   amounts  number; gap, size, unit, qualifier * 2 + whether a range, precision, mantissa and
    //            exponent of the low value, and of the high one of a range
    //   dates    number; gap, size, precision * 8 + kind * 2 + whether days are known, first day
    //            since 1970, further days
    void findings(const Findings& findings);

    std::string& bytes() { return bytes_; }

 private:
    void range(ByteRange range, std::uint32_t& before);

    std::string bytes_;
};

// Reads the same. Throws Error (database) for anything else.
class RecordReader {
 public:
    explicit RecordReader(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t number();
    std::uint32_t number32();
    std::int64_t signed_number();
    std::string string() { return std::string(view()); }
    std::string_view view();  // of a string; valid as long as the bytes
    std::vector<ByteRange> ranges();
    std::vector<Revision> revisions(std::size_t count);
    Findings findings();
    std::string_view rest() const { return bytes_; }

 private:
    std::size_t count();  // of things of a byte at least
    ByteRange range(std::uint32_t& before);
    int small(int limit);  // 0 to limit - 1

    std::string_view bytes_;
};

[[noreturn]] void damaged_record(const std::string& what);

}  // namespace sinodex
