// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "corpus/readers/byte_source.h"

namespace sinodex {

// The lines of a source of any length, in bounded memory.
class LineReader {
 public:
    // Lines of more than `max_bytes` are not kept.
    LineReader(ByteSource& source, std::uint64_t max_bytes);

    // Takes the next line, without its LF or CRLF. False at the end. Throws ReadError; the line on
    // which it happens is lost, those before have been delivered.
    bool next(std::string& line);

    // The next `size` bytes, fewer at the end, whatever lines there are in them.
    std::string block(std::uint64_t size);
    // Passes over them, and returns how many there were.
    std::uint64_t skip(std::uint64_t size);

    // These are of the line just delivered:
    std::uint64_t number() const { return number_; }        // from 1
    std::uint64_t length() const { return length_; }        // bytes, also of what was not kept
    bool too_long() const { return length_ > max_bytes_; }  // then the line is empty

 private:
    bool fill();
    void append(std::string& line, std::size_t count);

    ByteSource& source_;
    std::uint64_t max_bytes_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::uint64_t number_ = 0;
    std::uint64_t length_ = 0;
};

}  // namespace sinodex
