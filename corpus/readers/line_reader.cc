// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/line_reader.h"

#include <algorithm>
#include <cstring>

namespace sinodex {
namespace {

constexpr std::size_t kBufferSize = 256 << 10;

}  // namespace

LineReader::LineReader(ByteSource& source, std::uint64_t max_bytes)
    : source_(source), max_bytes_(max_bytes), buffer_(kBufferSize) {}

bool LineReader::next(std::string& line) {
    line.clear();
    length_ = 0;
    bool newline = false;
    while (!newline) {
        if (!fill()) break;
        const char* from = buffer_.data() + begin_;
        const void* found = std::memchr(from, '\n', end_ - begin_);
        newline = found != nullptr;
        const auto count = newline
                               ? static_cast<std::size_t>(static_cast<const char*>(found) - from)
                               : end_ - begin_;
        append(line, count);
        begin_ += count + (newline ? 1 : 0);
    }
    if (!newline && length_ == 0) return false;
    if (line.ends_with('\r')) line.pop_back();
    ++number_;
    return true;
}

// Makes sure that something is in the buffer; false at the end.
bool LineReader::fill() {
    if (begin_ == end_) {
        begin_ = 0;
        end_ = source_.read(buffer_.data(), buffer_.size());
    }
    return end_ > 0;
}

std::string LineReader::block(std::uint64_t size) {
    std::string bytes;
    while (bytes.size() < size && fill()) {
        const std::size_t count = std::min<std::uint64_t>(size - bytes.size(), end_ - begin_);
        bytes.append(buffer_.data() + begin_, count);
        begin_ += count;
    }
    return bytes;
}

std::uint64_t LineReader::skip(std::uint64_t size) {
    std::uint64_t skipped = 0;
    while (skipped < size && fill()) {
        const std::size_t count = std::min<std::uint64_t>(size - skipped, end_ - begin_);
        begin_ += count;
        skipped += count;
    }
    return skipped;
}

void LineReader::append(std::string& line, std::size_t count) {
    length_ += count;
    if (!too_long()) {
        line.append(buffer_.data() + begin_, count);
    } else if (!line.empty()) {
        line = std::string();
    }
}

}  // namespace sinodex
