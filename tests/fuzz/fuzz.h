// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "corpus/error.h"

// A fuzzer calls this with any bytes, and replay.cc with the files of corpus/.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace sinodex::fuzz {

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

// Takes the first byte, which picks one of several ways. 0 where there is none.
std::uint8_t take_choice(std::string_view& bytes);

// Takes what stands before the first line end.
std::string_view take_line(std::string_view& bytes);

// Aborts, with these words, unless it holds.
void require(bool holds, const char* what);

// That ranges are in their order, do not overlap, and lie within a text.
void require_in_order(const std::vector<ByteRange>& ranges, std::size_t size, const char* what);

// Calls what may throw Error, and nothing else, for inputs that are none. Whether it did not.
template <typename Action>
bool accepts(const Action& action) {
    try {
        action();
        return true;
    } catch (const Error&) {
        return false;
    }
}

// A file in memory that readers of paths can open.
class MemoryFile {
 public:
    explicit MemoryFile(std::string_view bytes);
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    std::string path() const { return "/proc/self/fd/" + std::to_string(fd_); }

 private:
    int fd_;
};

}  // namespace sinodex::fuzz
