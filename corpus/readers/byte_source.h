// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace sinodex {

// A source that cannot be opened or read on. what() says why, without the source's name.
class ReadError : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

// Bytes in sequence.
class ByteSource {
 public:
    ByteSource() = default;
    virtual ~ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    // Reads up to `size` bytes (size > 0) and returns how many; 0 is the end. Throws ReadError.
    virtual std::size_t read(char* out, std::size_t size) = 0;
};

class FileSource : public ByteSource {
 public:
    // "-" is the process's standard input. Throws ReadError.
    explicit FileSource(const std::string& path);
    ~FileSource() override;

    std::size_t read(char* out, std::size_t size) override;
    std::uint64_t bytes_read() const { return bytes_read_; }

 private:
    int descriptor_;
    bool owned_;
    std::uint64_t bytes_read_ = 0;
};

class StreamSource : public ByteSource {
 public:
    explicit StreamSource(std::istream& stream) : stream_(stream) {}

    std::size_t read(char* out, std::size_t size) override;

 private:
    std::istream& stream_;
};

// Decompresses what starts as gzip does, of one member or several, and passes on all else as it
// is. What comes before damage is delivered; the read after that throws.
class GunzipSource : public ByteSource {
 public:
    explicit GunzipSource(ByteSource& compressed);
    ~GunzipSource() override;

    std::size_t read(char* out, std::size_t size) override;

 private:
    enum class State { start, plain, member, between_members, end };

    bool refill();
    void start();
    void next_member();
    std::size_t copy(char* out, std::size_t size);
    std::size_t inflate_some(char* out, std::size_t size);

    ByteSource& compressed_;
    std::vector<char> input_;
    z_stream zlib_{};
    State state_ = State::start;
    std::string damage_;
};

}  // namespace sinodex
