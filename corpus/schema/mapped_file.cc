// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "corpus/schema/unopened_file.h"

namespace sinodex {
namespace {

[[noreturn]] void unreadable(const std::string& path) { unopened_file(path, errno); }

}  // namespace

MappedFile::MappedFile(const std::string& path) {
    if (path.empty()) return;
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) unreadable(path);
    struct stat status {};
    const bool known = fstat(file, &status) == 0;
    const auto size = static_cast<std::size_t>(status.st_size);
    if (known && size > 0) data_ = mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0);
    close(file);
    if (!known || data_ == MAP_FAILED) unreadable(path);
    if (data_ != nullptr) size_ = size;
}

MappedFile::~MappedFile() {
    if (size_ > 0) munmap(data_, size_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

}  // namespace sinodex
