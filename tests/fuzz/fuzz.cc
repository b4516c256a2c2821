// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/fuzz/fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace sinodex::fuzz {

std::uint8_t take_choice(std::string_view& bytes) {
    if (bytes.empty()) return 0;
    const auto choice = static_cast<std::uint8_t>(bytes.front());
    bytes.remove_prefix(1);
    return choice;
}

std::string_view take_line(std::string_view& bytes) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    return line;
}

void require(bool holds, const char* what) {
    if (holds) return;
    std::cerr << "This does not hold: " << what << std::endl;
    std::abort();
}

void require_in_order(const std::vector<ByteRange>& ranges, std::size_t size, const char* what) {
    std::size_t end = 0;
    for (const ByteRange range : ranges) {
        require(end <= range.begin && range.begin <= range.end && range.end <= size, what);
        end = range.end;
    }
}

MemoryFile::MemoryFile(std::string_view bytes) : fd_(memfd_create("sinodex-fuzz", MFD_CLOEXEC)) {
    require(fd_ >= 0, "a file in memory can be made");
    const ssize_t count = write(fd_, bytes.data(), bytes.size());
    require(count == static_cast<ssize_t>(bytes.size()), "a file in memory can be written");
}

MemoryFile::~MemoryFile() { close(fd_); }

}  // namespace sinodex::fuzz
