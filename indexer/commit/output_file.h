// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sinodex {

// A new file that is written from its beginning to its end. What could not be written is told by
// Error (output). Not thread-safe.
class OutputFile {
 public:
    explicit OutputFile(std::string path);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    void write(std::string_view bytes);
    // To be called once, at the end: the destructor tells nobody what fails.
    void close();

    std::uint64_t size() const { return size_; }

 private:
    void flush();

    std::string path_;
    std::string buffer_;
    std::uint64_t size_ = 0;
    int fd_;
};

}  // namespace sinodex
